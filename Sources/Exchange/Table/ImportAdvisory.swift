import Intervention
import Sites

/// Something worth a look in a row that is imported all the same. It names places and rules, never a value of a cell.
package struct ImportAdvisory: Hashable, Sendable {
    /// Where: the file and the line.
    package let place: ImportPlace

    /// The column's name, when it is about one.
    package let column: String?

    /// What kind of thing it is.
    package let code: ImportAdvisoryCode

    /// What it is, as a sentence.
    package let sentence: String

    /// The model's own code, when it is a model that notices it.
    package let detail: String?

    /// An advisory by its parts.
    package init(
        _ code: ImportAdvisoryCode, at place: ImportPlace, column: String? = nil, _ sentence: String? = nil,
        detail: String? = nil
    ) {
        self.place = place
        self.column = column
        self.code = code
        self.sentence = sentence ?? code.meaning
        self.detail = detail
    }

    /// That a code is none of a site's staff; nil when it is one, and where the site's file names no staff at all.
    /// - Parameter words: what the column takes besides codes of staff.
    init?(
        unknown staff: StaffCode, among posts: [StaffPost], or words: [String] = [], at place: ImportPlace,
        column: String
    ) {
        guard let nearest = posts.nearest(to: staff, or: words), !posts.contains(where: { $0.staff == staff }) else {
            return nil
        }
        self.init(
            .unknownStaff, at: place, column: column,
            "the site has no member of staff \(staff); the nearest is \(nearest); mend the code, or add the post to the "
                + "site's file")
    }

    /// What a model has to say of a row.
    init(_ advice: Advisory, at place: ImportPlace) {
        self.init(.noticedByModel, at: place, advice.sentence, detail: advice.code)
    }
}

extension ImportAdvisory: CustomStringConvertible {
    /// `FILE:LINE: COLUMN: sentence [code]`, with the model's code where it has one.
    package var description: String {
        "\(place): \(column.map { "\($0): " } ?? "")\(sentence) [\(detail ?? code.rawValue)]"
    }
}
