import CivilDate
import HTTPTypes
import Intervention
import Pages
import Reporting

/// What the form of the reports asks for: read from the query, with the first mistake.
struct ReportsReading: Sendable {
    private(set) var values: [ReportField: String] = [:]
    private(set) var problem: (sentence: String, field: ReportField)?
    /// What is asked for; nil when nothing was asked yet, and when something is wrong.
    private(set) var question: Question?

    /// A question that can be asked.
    struct Question: Sendable {
        let kind: ReportKind
        let indicator: Indicator
        let models: ReportScope.Models
        let period: CivilPeriod
    }

    /// - Parameters:
    ///   - known: the models that can be chosen.
    ///   - today: the day it is; a form that says no days shows the last twelve whole months.
    init(_ query: QueryText, models known: [ModelID], today: CivilDate) throws {
        let usual = StartQuestion.usualPeriod(on: today)
        var values: [ReportField: String] = [:]
        for item in query.items where item.name != OfficePlace.field {
            guard let field = ReportField(rawValue: item.name), let value = item.value,
                values.updateValue(String(value.filter { !$0.isWhitespace }.prefix(64)), forKey: field) == nil
            else { throw WebRefusal(.badRequest, .badRequest) }
        }
        let isAsked = !values.isEmpty
        let written = values.merging(
            [
                .report: ReportKind.comparison.rawValue, .indicator: Indicator.completed.rawValue, .model: "",
                .from: "\(usual.from)", .to: "\(usual.through)",
            ]
        ) { own, _ in own }
        self.values = written
        guard isAsked else { return }
        question = read(written, known)
    }

    private mutating func read(_ values: [ReportField: String], _ known: [ModelID]) -> Question? {
        guard let kind = ReportKind(rawValue: values[.report] ?? "") else { return wrong(.report) }
        guard let indicator = Indicator(rawValue: values[.indicator] ?? ""), CountedIndicator.all.contains(indicator)
        else { return wrong(.indicator) }
        var models = ReportScope.Models.pooled
        if let text = values[.model], !text.isEmpty {
            guard let id = ModelID(text), known.contains(id) else { return wrong(.model) }
            models = .one(id)
        }
        guard let from = CivilDate(iso: values[.from] ?? "") else { return wrong(.from) }
        guard let through = CivilDate(iso: values[.to] ?? "") else { return wrong(.to) }
        guard let period = CivilPeriod(from: from, through: through) else {
            complain("The last day lies before the first. Write the first day first; both count.", .to)
            return nil
        }
        return Question(kind: kind, indicator: indicator, models: models, period: period)
    }

    private mutating func wrong(_ field: ReportField) -> Question? {
        switch field {
        case .report, .indicator, .model: complain("There is no such \(field.rawValue). Choose one of the list.", field)
        case .from: complain("The first day is no day of the calendar. Write year, month and day: 2025-01-01.", field)
        case .to: complain("The last day is no day of the calendar. Write year, month and day: 2025-12-31.", field)
        }
        return nil
    }

    /// Notes what is wrong with what was asked for.
    mutating func complain(_ sentence: String, _ field: ReportField) {
        problem = (sentence, field)
    }
}
