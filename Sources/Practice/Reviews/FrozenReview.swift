import CivilDate
import Intervention
import Reporting

/// A programme review as it was frozen: the same bytes for ever.
package struct FrozenReview: Hashable, Sendable {
    /// Its number at the site.
    package let number: ReviewNumber
    /// The document for programs, for people and for spreadsheets.
    package let json: String, text: String, csv: String
}

/// Why a review is not frozen, or not shown.
package enum ReviewFault: Error, Hashable, Sendable {
    /// The site has no review of that number.
    case unknown(ReviewNumber)
    /// The period is not over.
    case unfinished(CivilPeriod, today: CivilDate)
    /// What is kept is not what was frozen.
    case changed(ReviewNumber)
}

extension ReviewFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknown(let number): "the site has no programme review \(number)"
        case .unfinished(let period, let today):
            "the period \(period) is not over: it is \(today); a review is frozen from the day after its last on"
        case .changed(let number):
            "review \(number) is not as it was frozen: its checksum differs; ask who has the database"
        }
    }
}
