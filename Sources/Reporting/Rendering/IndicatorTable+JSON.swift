import CivilDate
import Intervention

extension IndicatorTable {
    /// The table as JSON. The same facts give the same bytes: there is no time of running in it.
    package func json() -> String {
        let scope: [ReportValue.Member] = [
            .init("site", .text(scope.siteText)),
            .init("team", ReportValue(text: scope.team?.text)),
            .init("model", ReportValue(text: scope.modelText)),
        ]
        let period: [ReportValue.Member] = [
            .init("from", .text(period.from.description)), .init("to", .text(period.through.description)),
        ]
        let rows = sections.flatMap { section in
            section.rows.map { ReportValue.object($0.values(model: section.model)) }
        }
        let report = ReportValue.object([
            .init("report", .text("indicators")),
            .init("scope", .object(scope)),
            .init("period", .object(period)),
            .init("known_at", ReportValue(text: knownAt?.description)),
            .init("rows", .array(rows)),
        ])
        return report.json() + "\n"
    }
}
