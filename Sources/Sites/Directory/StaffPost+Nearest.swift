import Intervention
import YAMLFile

extension [StaffPost] {
    /// The code among these posts that is most like another: the one that was probably meant. Nil of none.
    package func nearest(to code: StaffCode) -> StaffCode? {
        NearestWord.to(code.text, among: Set(map(\.staff.text)).sorted()).flatMap { StaffCode($0) }
    }
}
