import CivilDate
import Intervention

extension IndicatorTable {
    /// The table as JSON. The same facts and the same day give the same bytes: there is no time of running in it.
    package func json() -> String {
        let rows = sections.flatMap { section in
            section.rows.map { ReportValue.object($0.values(model: section.model)) }
                + section.blocks.flatMap(\.rows).map { ReportValue.object($0.values(model: section.model)) }
        }
        let service = sections.flatMap { section in
            section.service.map { ReportValue.object($0.values(model: section.model)) }
        }
        let report = ReportValue.object([
            .init("report", .text("indicators")),
            .init("scope", .object(scope.values)),
            .init("period", .object(period.values)),
            .init("known_at", ReportValue(text: knownAt?.description)),
            .init("edition", .null),
            .init("rows", .array(rows)),
            .init("service", .array(service)),
            .init("notes", .array(notes.map { .text($0) })),
        ])
        return report.json() + "\n"
    }

    /// What has to be known to read the figures rightly, a sentence each.
    package var notes: [String] {
        let reasons = sections.flatMap { section in
            section.service.compactMap { row in
                row.reason.map { "\(row.key.title), \(section.model): n/a, \($0)." }
            }
        }
        return [
            "Closures count by the day of closing, decisions by the day of decision.",
            "Completed, lack of engagement and placed are of closures with the opportunity for a full course of treatment; "
                + "completed_of_closures is of closures for any reason.",
            "Unknown is neither yes nor no: it stands beside each figure and is in N only where the figure says so.",
            "An interview is collected when a valid one was held before the next fell due; the schedule is that of the last "
                + "day of the period, of all sites together the model's own.",
            "caseload_per_fte divides days on which families were in treatment by days of full-time posts of therapists.",
        ] + reasons
    }
}
