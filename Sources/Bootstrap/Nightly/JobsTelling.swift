import CivilDate
import Intervention
import NightlyJobs

/// Tells people and programs of the jobs and how their nights stand.
struct JobsTelling {
    private let jobs: [any NightlyJob]
    private let nights: [ListedNight]

    init(_ jobs: [any NightlyJob], _ nights: [ListedNight]) {
        self.jobs = jobs
        self.nights = nights
    }

    /// Two tables: the jobs with their policies and whom each waits for, and the nights with their marks.
    func tell(_ console: Console) throws {
        var list = TextTable(["job", "waits for", "when dates were missed", "what it does"])
        for job in jobs {
            let before = job.predecessors.map(\.text).joined(separator: ", ")
            list.add([job.name.text, before.isEmpty ? "-" : before, job.catchUp.sentence, job.summary])
        }
        for line in list.lines { try console.result(line) }
        try console.result("")
        guard !nights.isEmpty else { return console.say("No occurrence to show.") }
        var table = TextTable(
            ["run", "state", "late", "unusual", "tries", "read", "changed", "ended", "reason"],
            [.left, .left, .left, .left, .right, .right, .right, .left, .left])
        for night in nights { table.add(cells(night)) }
        for line in table.lines { try console.result(line) }
        let late = nights.count(where: \.isLate)
        console.say("Occurrences: \(nights.count), late: \(late), unusual: \(nights.count(where: \.isUnusual)).")
    }

    private func cells(_ night: ListedNight) -> [String] {
        let marks = [night.isLate ? "late" : "-", night.isUnusual ? "unusual" : "-"]
        guard let occurrence = night.occurrence else {
            return ["\(night.key)", "not planned"] + marks + ["0", "-", "-", "-", "no worker came in its night"]
        }
        let wasDone = occurrence.state == .done
        return ["\(night.key)", occurrence.isHeld ? "running" : stateWord(occurrence)] + marks + [
            "\(occurrence.tries)", wasDone ? "\(occurrence.tally.read)" : "-",
            wasDone ? "\(occurrence.tally.changed)" : "-", occurrence.endedAt.map { "\($0)" } ?? "-",
            reason(occurrence),
        ]
    }

    /// Somebody began it and is not heard of any more: the next worker takes it over.
    private func stateWord(_ occurrence: Occurrence) -> String {
        occurrence.state == .running ? "abandoned" : occurrence.state.rawValue
    }

    private func reason(_ occurrence: Occurrence) -> String {
        let text = occurrence.reason ?? "-"
        guard occurrence.state == .failed else { return text }
        return text + (occurrence.retryAt.map { "; tried again from \($0)" } ?? "; not tried again unasked")
    }

    /// All of it, for programs.
    var json: OrderedJSON {
        .object([
            "jobs": .list(
                jobs.map { job in
                    .object([
                        "job": .text(job.name.text), "waitsFor": .list(job.predecessors.map { .text($0.text) }),
                        "catchUp": .text(job.catchUp.sentence), "summary": .text(job.summary),
                    ])
                }),
            "occurrences": .list(nights.map(json)),
        ])
    }

    private func json(_ night: ListedNight) -> OrderedJSON {
        if let occurrence = night.occurrence {
            return occurrence.json(isLate: night.isLate, isUnusual: night.isUnusual)
        }
        return .object([
            "site": .text(night.key.site.text), "job": .text(night.key.job.text),
            "date": .text(night.key.date.description), "state": .text("unplanned"), "late": .boolean(night.isLate),
            "unusual": .boolean(night.isUnusual),
        ])
    }
}
