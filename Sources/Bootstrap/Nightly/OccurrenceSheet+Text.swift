import CivilDate
import Intervention
import NightlyJobs

extension OccurrenceSheet {
    /// The sheet for people.
    var lines: [String] {
        var lines = ["\(occurrence.key): \(occurrence.sentence)"]
        if let knownAt = occurrence.knownAt { lines.append("what became known after \(knownAt) was not looked at") }
        if let retryAt = occurrence.retryAt { lines.append("tried again from \(retryAt)") }
        if !attempts.isEmpty {
            var table = TextTable(["try", "began", "ended", "outcome", "changed", "reason"])
            for attempt in attempts {
                table.add([
                    "\(attempt.fence)", "\(attempt.startedAt)", attempt.endedAt.map { "\($0)" } ?? "-",
                    attempt.outcome ?? "at work", "\(attempt.changed)", attempt.reason ?? "-",
                ])
            }
            lines += ["", "Tries:"] + table.lines
        }
        if !messages.isEmpty {
            var table = TextTable(["recipient", "kind", "state", "since", "reason"])
            for message in messages {
                table.add([
                    message.recipient.text, message.kind.text, message.state, "\(message.since)", message.reason ?? "-",
                ])
            }
            lines += ["", "Messages:"] + table.lines
        }
        if !removals.isEmpty {
            lines += ["", "Removed:"] + removals.map { "\($0.what): \($0.removed) older than \($0.before)" }
        }
        return lines
    }

    /// The sheet for programs.
    var json: OrderedJSON {
        .object([
            "occurrence": occurrence.json(),
            "attempts": .list(
                attempts.map { attempt in
                    .object([
                        "try": .integer(Int(attempt.fence)), "knownAt": .text("\(attempt.knownAt)"),
                        "startedAt": .text("\(attempt.startedAt)"), "endedAt": OrderedJSON.instant(attempt.endedAt),
                        "outcome": attempt.outcome.map { .text($0) } ?? .null, "changed": .integer(attempt.changed),
                        "reason": attempt.reason.map { .text($0) } ?? .null,
                    ])
                }),
            "messages": .list(
                messages.map { message in
                    .object([
                        "recipient": .text(message.recipient.text), "kind": .text(message.kind.text),
                        "state": .text(message.state), "since": .text("\(message.since)"),
                        "reason": message.reason.map { .text($0) } ?? .null,
                    ])
                }),
            "removals": .list(
                removals.map { removal in
                    .object([
                        "what": .text(removal.what), "before": .text(removal.before.description),
                        "removed": .integer(removal.removed),
                    ])
                }),
        ])
    }
}
