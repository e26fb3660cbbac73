import CivilDate
import Practice
import Sites

/// Somebody who can be rung, on one line.
enum ContactText {
    static func line(_ contact: FamilyContact) -> String {
        let relation = (contact.relation ?? "child").capitalizedFirst
        return "\(relation): \(contact.name ?? "name not known"), \(contact.telephone ?? "no number")"
    }
}

/// An attempt, on one line.
enum AttemptText {
    static func line(_ attempt: InterviewDue.Attempt, _ clock: SiteClock) -> String {
        let again = [attempt.again.map { "on \(DayText.long($0))" }, attempt.part.map { "in the \($0.rawValue)" }]
            .compactMap { $0 }.joined(separator: " ")
        let wish = again.isEmpty ? "" : "; ring again \(again)"
        return "\(LocalText.minute(attempt.at, clock)): \(attempt.outcome.title.lowercased()), \(attempt.by)\(wish)"
    }
}
