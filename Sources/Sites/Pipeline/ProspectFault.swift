import CivilDate
import Intervention

/// Why something of the pipeline cannot be recorded.
package enum ProspectFault: Error, Hashable, Sendable {
    /// There is a prospective site of that code.
    case codeTaken(SiteCode)
    /// The name cannot stand in a list; what is wrong with it.
    case badName(flaw: String)
    /// The reason is empty, or no line.
    case noReason
    /// There is no prospective site of that code.
    case unknown(SiteCode, known: [SiteCode])
    /// The day lies after today.
    case inFuture(CivilDate, today: CivilDate)
    /// The day lies before that of the stage recorded last.
    case outOfOrder(CivilDate, last: ProspectStage)
    /// The stage is the one that was recorded last.
    case reachedAlready(SiteStage)
    /// The stage is not the next one, and no reason was given.
    case outOfTurn(SiteStage, last: ProspectStage?, next: SiteStage?)
    /// No such stage of that day stands.
    case notReached(SiteStage, CivilDate, standing: [ProspectStage])
}

extension ProspectFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .codeTaken(let code): "there is a prospective site \(code) already; give the new one another code"
        case .badName(let flaw): "that is no name of a prospective site: \(flaw)"
        case .noReason: "a reason is one line of at most 200 characters"
        case .unknown(let code, let known):
            "there is no prospective site \(code); "
                + (known.isEmpty ? "add it first" : "there are " + known.map(\.text).joined(separator: ", "))
        case .inFuture(let day, let today): "\(day) lies after today (\(today)); record what has happened"
        case .outOfOrder(let day, let last):
            "stage \(last.stage.rawValue) was reached on \(last.on), after \(day); stages are recorded in order"
        case .reachedAlready(let stage): "stage \(stage.full) was reached already"
        case .outOfTurn(let stage, let last, let next):
            "stage \(stage.full) \(ProspectFault.turn(of: stage, after: last)); "
                + (next.map { "the next is \($0.full); record that one, or give the reason why not" }
                    ?? "that was the last; give the reason")
        case .notReached(let stage, let day, let standing):
            "no stage \(stage.rawValue) of \(day) stands; "
                + (standing.isEmpty
                    ? "none does"
                    : "there are " + standing.map { "\($0.stage.rawValue) of \($0.on)" }.joined(separator: ", "))
        }
    }

    private static func turn(of stage: SiteStage, after last: ProspectStage?) -> String {
        guard let last else { return "is not the first" }
        let place = stage < last.stage ? "lies before" : "does not follow"
        return "\(place) \(last.stage.rawValue), which was reached on \(last.on)"
    }
}

extension SiteStage {
    /// Letter and name: `D (site readiness review)`.
    fileprivate var full: String { "\(rawValue) (\(title))" }
}
