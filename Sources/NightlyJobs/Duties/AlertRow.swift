import CivilDate
import Intervention

/// Something that somebody should look at on the night's date.
struct AlertRow: DutyRow {
    struct Place: Hashable, Sendable {
        let code: AlertCode
        /// From 1, the oldest first.
        let number: Int
    }

    struct Gist: Hashable, Sendable {
        let code: AlertCode
        let since: CivilDate
    }

    let place: Place
    let urgency: Alert.Urgency
    let since: CivilDate
    let sentence: String

    /// Whatever its sentence says by now, and whichever place it has among others.
    var gist: Gist { Gist(code: place.code, since: since) }

    var words: String { "\(place.code), since \(since)" }

    /// The rows of a subject's alerts: those of a code are numbered, the oldest first.
    static func rows(of alerts: [Alert]) -> [AlertRow] {
        Dictionary(grouping: alerts, by: \.code).flatMap { code, alike in
            alike.sorted { ($0.since, $0.sentence) < ($1.since, $1.sentence) }.enumerated().map { index, alert in
                AlertRow(
                    place: Place(code: code, number: index + 1), urgency: alert.urgency, since: alert.since,
                    sentence: alert.sentence)
            }
        }
    }
}
