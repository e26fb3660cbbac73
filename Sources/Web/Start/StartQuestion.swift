import CivilDate
import Intervention
import Pages
import Reporting
import Sites

/// What the start page is asked for: read from the query, with the mistakes of each field.
struct StartQuestion: Sendable {
    let form: StartForm
    let site: Site
    let models: ReportScope.Models
    let period: CivilPeriod?

    /// - Parameters:
    ///   - sites: those that there are, at least one; the first is taken when none is named.
    ///   - today: the day it is at a site.
    init?(_ query: QueryText, sites: [Site], models known: [ModelID], today: (Site) -> CivilDate) {
        guard let first = sites.first else { return nil }
        var reading = FieldReading(query)
        let site = reading.value(.site).flatMap { text in sites.first { $0.code.text == text } }
        if reading.value(.site) != nil, site == nil {
            reading.complain(.site, "There is no site of that code. Choose one of the list.")
        }
        self.site = site ?? first
        let usual = StartQuestion.usualPeriod(on: today(self.site))
        models = StartQuestion.models(&reading, known)
        let from = StartQuestion.day(.from, &reading, usual.from)
        let through = StartQuestion.day(.to, &reading, usual.through)
        period = from.flatMap { from in through.flatMap { CivilPeriod(from: from, through: $0) } }
        if from != nil, through != nil, period == nil {
            reading.complain(.to, "The last day lies before the first. Write the first day first; both count.")
        }
        reading.supply(.site, self.site.code.text)
        reading.supply(.model, "")
        reading.supply(.from, usual.from.description)
        reading.supply(.to, usual.through.description)
        form = reading.form
    }

    /// The last twelve whole months.
    static func usualPeriod(on today: CivilDate) -> (from: CivilDate, through: CivilDate) {
        let month = today.civilMonth
        return (month.adding(months: -12).firstDay, month.adding(months: -1).lastDay)
    }

    private static func models(_ reading: inout FieldReading, _ known: [ModelID]) -> ReportScope.Models {
        switch reading.value(.model) {
        case nil: return .each
        case "all": return .pooled
        case let text?:
            if let id = ModelID(text), known.contains(id) { return .one(id) }
            reading.complain(.model, "There is no model of that name. Choose one of the list.")
            return .each
        }
    }

    private static func day(
        _ field: StartField, _ reading: inout FieldReading, _ usual: CivilDate
    ) -> CivilDate? {
        guard let text = reading.value(field) else { return usual }
        guard let day = CivilDate(iso: text) else {
            reading.complain(
                field, "\(field.subject) is no day of the calendar. Write year, month and day: 2025-03-31.")
            return nil
        }
        return day
    }
}
