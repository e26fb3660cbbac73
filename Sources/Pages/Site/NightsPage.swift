import CivilDate
import Markup
import Sites

/// The nightly ledger of a site: what needs somebody, and then night by night what was done.
package struct NightsPage: Sendable {
    /// What the fields of the page's address are called.
    package enum Address {
        /// The last date that is shown.
        package static let through = "through"
        /// How many dates are shown.
        package static let days = 14
    }

    private let place: OfficePlace
    private let ways: SitePages.Ways
    private let jobs: [NightJob]
    private let lines: [NightLine]
    private let clock: SiteClock
    private let through: String
    private let problem: String?

    /// A page.
    /// - Parameters:
    ///   - jobs: all jobs, in their order.
    ///   - lines: the dates of the jobs that are shown.
    ///   - through: what is typed in the field.
    ///   - problem: why there is nothing to be shown; nil when there is.
    package init(
        _ lines: [NightLine], of jobs: [NightJob], at place: OfficePlace, _ ways: SitePages.Ways, clock: SiteClock,
        through: String, problem: String? = nil
    ) {
        self.lines = lines
        self.jobs = jobs
        self.place = place
        self.ways = ways
        self.clock = clock
        self.through = through
        self.problem = problem
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let form = AskForm(
            to: SitePages.Address.nights, mark: nil,
            fields: [
                AskField(
                    Address.through, "\(Address.days) nights through",
                    hint: "A day, for example 2026-03-31. Nothing for the latest.", value: through, .day)
            ], hidden: [OfficePlace.field: place.site.value], button: "Show nights")
        let faults = problem.map { [FormFault(Address.through, $0)] } ?? []
        let head = SitePages.head("Nights", at: place, here: SitePages.Address.nights, ways)
        let found = problem == nil ? [el("p", [.class("scope")], .text(finding))] + care : []
        let title = "Nights of \(place.site.title)"
        return frame.document(
            title: faults.isEmpty ? title : "Error: \(title)",
            (faults.isEmpty ? [] : [ErrorSummary.node(faults) { form.place(of: $0) }]) + head + found
                + [form.node(faults)] + (problem == nil ? nights + about : []))
    }

    /// The whole in one sentence, with what it is counted of.
    private var finding: String {
        guard !lines.isEmpty else { return "Nothing was to be done in these nights." }
        let done = lines.filter { $0.state == .done }.count
        let out = lines.filter { $0.state == .skipped }.count
        let need = lines.filter(\.needsCare).count
        let first = "\(done) of \(lines.count) dates of jobs are done"
        let second = out == 0 ? "" : ", \(out) left out"
        return first + second
            + (need == 0 ? "; none needs somebody." : need == 1 ? "; 1 needs somebody." : "; \(need) need somebody.")
    }

    private var care: [Node] {
        let rows = lines.filter(\.needsCare).sorted { ($0.date, $0.state.rawValue) < ($1.date, $1.state.rawValue) }
        guard !rows.isEmpty else { return [] }
        let table = WordTable(
            caption: rows.count == 1 ? "1 date of a job" : "\(rows.count) dates of jobs, the oldest first",
            columns: ["Night", "Jobs", "How it stands", "Why", "Tried", "Tried again"],
            rows: alike(rows) { [$0.words, $0.reason ?? "", "\($0.tries)", $0.retryAt.map { "\($0)" } ?? ""] }.map(care)
        )
        return [el("h2", [.id("care")], "What needs somebody"), table.node]
    }

    /// Lines of one night that stand alike are told as one.
    private func care(_ lines: [NightLine]) -> [Node] {
        guard let line = lines.first else { return [] }
        let again = line.state == .unplanned ? "With the next nights that are done" : "When an administrator does it"
        return [
            .text(DayText.long(line.date)), .text(names(of: lines)), .text(line.words),
            .text(line.reason ?? (line.state == .unplanned ? "The service was not at work" : "Nothing is on record")),
            .text(line.tries == 0 ? "Not yet" : line.tries == 1 ? "Once" : "\(line.tries) times"),
            .text(line.retryAt.map { LocalText.minute($0, clock) } ?? again),
        ]
    }

    /// Lines in the order in which they come, those of one night that are told alike together.
    private func alike(_ lines: [NightLine], _ told: (NightLine) -> [String]) -> [[NightLine]] {
        var (order, groups) = ([[String]](), [[String]: [NightLine]]())
        for line in lines {
            let key = ["\(line.date)"] + told(line)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(line)
        }
        return order.compactMap { groups[$0] }
    }

    private func names(of lines: [NightLine]) -> String {
        lines.count > 1 && lines.count == jobs.count
            ? "All \(jobs.count) jobs" : lines.map(\.job).joined(separator: ", ")
    }

    private var nights: [Node] {
        let dates = Dictionary(grouping: lines, by: \.date).sorted { $0.key > $1.key }
        guard !dates.isEmpty else { return [] }
        let table = WordTable(
            caption: dates.count == 1 ? "1 night" : "\(dates.count) nights, the latest first",
            columns: ["Night", "Done", "Ended", "What changed", "What is not done"], rows: dates.map(row))
        return [el("h2", [.id("nights")], "Night by night"), table.node]
    }

    private func row(_ date: CivilDate, _ lines: [NightLine]) -> [Node] {
        let done = lines.filter { $0.state == .done }
        let changes = alike(done) { [$0.changed ?? "", "\($0.isUnusual)"] }.compactMap { alike in
            alike[0].changed.map { "\(names(of: alike)): \($0)" + (alike[0].isUnusual ? ", which is unusual" : "") }
        }
        let left = alike(lines.filter { $0.state != .done }) { [$0.words, $0.reason ?? ""] }.map { alike in
            "\(names(of: alike)): \(alike[0].words)"
                + (alike[0].state == .skipped ? alike[0].reason.map { ", because \($0)" } ?? "" : "")
        }
        let late = done.contains(where: \.isLate) ? ", late" : ""
        return [
            .text(DayText.long(date)), .text("\(done.count) of \(lines.count)"),
            .text(done.compactMap(\.endedAt).max().map { LocalText.minute($0, clock) + late } ?? "Not yet"),
            changes.isEmpty ? "Nothing" : el("ul", each: changes.map { el("li", [], .text($0)) }),
            left.isEmpty ? "Nothing" : el("ul", each: left.map { el("li", [], .text($0)) }),
        ]
    }

    private var about: [Node] {
        let table = WordTable(
            caption: "\(jobs.count) jobs", columns: ["Job", "What it does", "Done last"],
            rows: jobs.map { job in
                let last = lines.filter { $0.job == job.name && $0.state == .done }.map(\.date).max()
                return [
                    .text(job.name), .text(DayText.sentence(job.summary)),
                    .text(last.map { DayText.long($0) } ?? "Not in these nights"),
                ]
            })
        return [el("h2", [.id("jobs")], "The jobs"), table.node]
    }
}
