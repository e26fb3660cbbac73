import CivilDate
import Intervention

/// An organisation that may become a site, with the stages of its development.
package struct Prospect: Hashable, Sendable {
    /// The code that its site would have.
    package let code: SiteCode
    /// The name that people use.
    package let name: String
    /// The stages that it reached, in the order in which they were recorded.
    package let stages: [Dated<SiteStage>]

    /// The stage that was recorded last; nil while none was.
    package var stage: Dated<SiteStage>? { stages.last }
}

/// Why something of the pipeline cannot be recorded.
package enum ProspectFault: Error, Hashable, Sendable {
    /// There is a prospective site of that code.
    case codeTaken(SiteCode)
    /// The name cannot stand in a list; what is wrong with it.
    case badName(flaw: String)
    /// There is no prospective site of that code.
    case unknown(SiteCode, known: [SiteCode])
    /// The day lies after today.
    case inFuture(CivilDate, today: CivilDate)
    /// The day lies before that of the stage recorded last.
    case outOfOrder(CivilDate, last: Dated<SiteStage>)
    /// The stage is the one that was recorded last.
    case reachedAlready(SiteStage)
}

extension ProspectFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .codeTaken(let code): "there is a prospective site \(code) already; give the new one another code"
        case .badName(let flaw): "that is no name of a prospective site: \(flaw)"
        case .unknown(let code, let known):
            "there is no prospective site \(code); "
                + (known.isEmpty
                    ? "add it with `homeward pipeline add`"
                    : "there are " + known.map(\.text).joined(separator: ", "))
        case .inFuture(let day, let today): "\(day) lies after today (\(today)); record what has happened"
        case .outOfOrder(let day, let last):
            "stage \(last.value.rawValue) was reached on \(last.on), after \(day); stages are recorded in order"
        case .reachedAlready(let stage): "stage \(stage.rawValue) (\(stage.title)) was reached already"
        }
    }
}
