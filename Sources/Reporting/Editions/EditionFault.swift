import CivilDate
import Disclosure

/// Why an edition cannot be frozen, read or compared.
package enum EditionFault: Error, Hashable, Sendable {
    /// The period does not begin and end with a quarter of the calendar.
    case notQuarters(CivilPeriod)
    /// It is not one quarter, one year or three years long; so many quarters it is.
    case notALength(CivilPeriod, quarters: Int)
    /// A day of it is still to come at a site.
    case unfinished(CivilPeriod, today: CivilDate)
    /// It shares days with an edition that is out, and neither lies within the other.
    case across(EditionNumber, CivilPeriod)
    /// An edition of the same period is out.
    case outAlready(EditionNumber)
    /// What is to be restated is of another period or model, or for other readers.
    case restatesOther(EditionNumber)
    /// There is no edition of that number for whoever asks.
    case unknown(EditionNumber)
    /// Another edition was frozen meanwhile.
    case movedOn
    /// What is kept of an edition cannot be read.
    case unreadable(EditionNumber)
    /// The note cannot stand in a list; what is wrong with it.
    case badNote(flaw: String)
    /// There is nothing to print: no site closed a case or decided a referral.
    case empty(CivilPeriod)
    /// The library that the attack runs on is missing; the sentence says what to install.
    case solverMissing(String)
    /// The figures are not safe; the sentence says which and why.
    case unsafe(String)

    /// What the disclosure control says, as an edition says it.
    init(_ fault: DisclosureFault) {
        self =
            switch fault {
            case .solverMissing: .solverMissing(fault.description)
            case .pinned, .contradiction: .unsafe(fault.description)
            }
    }
}

extension EditionFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .notQuarters(let period):
            "\(period) begins or ends within a quarter: an edition is of whole quarters of the calendar"
        case .notALength(let period, let quarters):
            "\(period) has \(quarters) quarters: an edition is of one quarter, of one year or of three"
        case .unfinished(let period, let today):
            "the period ends on \(period.through) and it is \(today) at a site: freeze it when it is over everywhere"
        case .across(let number, let period):
            "edition \(number) of \(period) shares days with the period and neither lies within the other: from such "
                + "overlaps single families can be told"
        case .outAlready(let number):
            "edition \(number) of the same period is out for these readers; to correct it, freeze with --restates "
                + "\(number)"
        case .restatesOther(let number):
            "edition \(number) is of another period, or for other readers: a restatement is of the same"
        case .unknown(let number): "there is no edition \(number) here; `homeward edition list` shows those there are"
        case .movedOn: "another edition was frozen meanwhile; nothing was kept, try again"
        case .unreadable(let number): "what is kept of edition \(number) cannot be read: it is not as it was written"
        case .badNote(let flaw): "the note cannot be kept: \(flaw)"
        case .empty(let period): "no site closed a case or decided a referral in \(period): there is nothing to print"
        case .solverMissing(let sentence), .unsafe(let sentence): sentence
        }
    }
}

extension EditionNumber: CustomStringConvertible {
    package var description: String { "\(number)" }
}
