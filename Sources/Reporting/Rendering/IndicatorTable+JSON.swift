import CivilDate
import Intervention

extension IndicatorTable {
    /// The table as JSON. The same facts and the same day give the same bytes: there is no time of running in it.
    package func json() -> String {
        let rows = sections.flatMap { section in
            section.rows.map { ReportValue.object($0.values(model: section.model)) }
                + section.blocks.flatMap(\.rows).map { ReportValue.object($0.values(model: section.model)) }
        }
        let report = ReportValue.object([
            .init("report", .text("indicators")),
            .init("scope", .object(scope.values)),
            .init("period", .object(period.values)),
            .init("known_at", ReportValue(text: knownAt?.description)),
            .init("rows", .array(rows)),
        ])
        return report.json() + "\n"
    }
}
