import CivilDate
import Intervention
import NightlyJobs
import Postgres

/// Tells people and programs how occurrences ended, each as it ends.
final class NightTelling: Sendable {
    private let console: Console
    private let isJSON: Bool
    private let ended = Guarded(0)
    /// Results that could not be written: said once, at the end.
    private let fault = Guarded<CommandFault?>(nil)

    init(_ console: Console, isJSON: Bool) {
        self.console = console
        self.isJSON = isJSON
    }

    /// Tells one end.
    func tell(_ entry: NightReport.Entry) {
        switch entry {
        case .ended(let occurrence, let seconds): tell(occurrence, seconds: seconds)
        case .siteFailed(let site, let reason):
            let json = OrderedJSON.object([
                "site": .text(site.text), "state": .text("failed"), "reason": .text(reason),
            ])
            write(isJSON ? json.line : "\(site): failed: \(reason)")
        }
        let count = ended.withLock { count in
            count += 1
            return count
        }
        console.progress("occurrences ended: \(count)")
    }

    /// Tells how one stands.
    func tell(_ occurrence: Occurrence, seconds: Double?) {
        if isJSON { return write(occurrence.json(seconds: seconds).line) }
        let time = seconds.map { " (\(NightTelling.text(ofSeconds: $0)) s)" } ?? ""
        write("\(occurrence.key): \(occurrence.sentence)\(time)")
    }

    /// Tells what would be done.
    func tell(_ night: RehearsedNight) {
        if isJSON { return write(night.json.line) }
        guard let tally = night.tally else {
            return write("\(night.key): would not be done: \(night.reason ?? "")")
        }
        write("\(night.key): would change \(tally.sentence) (read \(tally.read))")
        for line in tally.lines { write("  \(line)") }
    }

    /// Ends the telling.
    /// - Throws: status 74 when something could not be written.
    func end() throws {
        console.endProgress()
        if let fault = fault.withLock({ $0 }) { throw fault }
    }

    private func write(_ line: String) {
        console.endProgress()
        do {
            try console.result(line)
        } catch {
            fault.withLock { $0 = $0 ?? error }
        }
    }

    /// Seconds to the hundredth.
    static func text(ofSeconds seconds: Double) -> String {
        let hundredths = Int((max(seconds, 0) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }
}

extension Occurrence {
    /// How it stands, in words.
    var sentence: String {
        switch state {
        case .done: "done, changed \(tally.sentence), read \(tally.read)"
        case .planned, .running: state.rawValue
        case .failed, .skipped, .blocked: "\(state.rawValue): \(reason ?? "")"
        }
    }

    /// How it stands, for programs.
    func json(seconds: Double? = nil, isLate: Bool? = nil, isUnusual: Bool? = nil) -> OrderedJSON {
        .object([
            "site": .text(key.site.text), "job": .text(key.job.text), "date": .text(key.date.description),
            "state": .text(state.rawValue), "tries": .integer(tries), "read": .integer(tally.read),
            "changes": OrderedJSON.changes(tally), "knownAt": OrderedJSON.instant(knownAt),
            "startedAt": OrderedJSON.instant(startedAt), "endedAt": OrderedJSON.instant(endedAt),
            "retryAt": OrderedJSON.instant(retryAt), "reason": reason.map { .text($0) } ?? .null,
            "seconds": seconds.map { .decimal(NightTelling.text(ofSeconds: $0)) } ?? .null,
            "late": isLate.map { .boolean($0) } ?? .null, "unusual": isUnusual.map { .boolean($0) } ?? .null,
        ])
    }
}

extension RehearsedNight {
    /// What would be done, for programs.
    var json: OrderedJSON {
        .object([
            "site": .text(key.site.text), "job": .text(key.job.text), "date": .text(key.date.description),
            "state": .text("rehearsed"), "read": tally.map { .integer($0.read) } ?? .null,
            "changes": tally.map { OrderedJSON.changes($0) } ?? .null,
            "lines": .list((tally?.lines ?? []).map { .text($0) }), "reason": reason.map { .text($0) } ?? .null,
        ])
    }
}

extension OrderedJSON {
    /// Changes by kind.
    static func changes(_ tally: Tally) -> OrderedJSON {
        .list(
            tally.changes.sorted { $0.key < $1.key }.map { kind, count in
                .object(["kind": .text(kind), "rows": .integer(count)])
            })
    }

    /// An instant, or null.
    static func instant(_ instant: Instant?) -> OrderedJSON { instant.map { .text("\($0)") } ?? .null }
}
