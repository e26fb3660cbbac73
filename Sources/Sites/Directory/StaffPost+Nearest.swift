import Intervention
import YAMLFile

extension [StaffPost] {
    /// The code among these posts that is most like another: the one that was probably meant. Nil of no post.
    /// - Parameter words: what may stand beside the codes of staff, and may have been meant too.
    package func nearest(to code: StaffCode, or words: [String] = []) -> StaffCode? {
        guard !isEmpty else { return nil }
        return NearestWord.to(code.text, among: Set(map(\.staff.text)).sorted() + words).flatMap { StaffCode($0) }
    }
}
