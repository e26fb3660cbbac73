import Intervention
import Markup
import Pictures
import Reporting

/// The reports of a site or of the whole network: a form that asks which, and below it what was found, with its picture.
package struct ReportsPage: Sendable {
    /// Where the pages are.
    package enum Address {
        /// Of a site.
        package static let site = "/reports"
        /// Of all sites together.
        package static let network = "/network/reports"
    }

    /// What was found.
    package struct Answer: Sendable {
        let document: ReportDocument
        let picture: Picture?

        /// - Parameter picture: nil for a report that has none.
        package init(_ document: ReportDocument, picture: Picture?) {
            self.document = document
            self.picture = picture
        }
    }

    private let place: OfficePlace?
    private let kinds: [ReportKind]
    private let models: [StartOptions.Option]
    private let values: [ReportField: String]
    private let problem: (sentence: String, field: ReportField)?
    private let answer: Answer?

    /// A page.
    /// - Parameters:
    ///   - place: the site; nil for the network.
    ///   - kinds: the reports that can be chosen.
    ///   - models: the models that can be.
    ///   - values: what stands in the form.
    ///   - problem: what is wrong with it, and where.
    ///   - answer: nil when nothing was asked for yet, and when something is wrong.
    package init(
        at place: OfficePlace?, kinds: [ReportKind] = ReportKind.allCases, models: [StartOptions.Option],
        values: [ReportField: String],
        problem: (sentence: String, field: ReportField)? = nil, answer: Answer? = nil
    ) {
        self.place = place
        self.kinds = kinds
        self.models = models
        self.values = values
        self.problem = problem
        self.answer = answer
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let form = AskForm(
            to: place == nil ? Address.network : Address.site, mark: nil,
            fields: (place?.fields ?? []) + ReportField.allCases.map(field), hidden: place?.hidden ?? [:],
            button: "Show")
        let who =
            place.map { "Figures of \($0.site.title)." } ?? "Figures of all sites together, without anybody’s record."
        let page = AskPage(
            title: place == nil ? "Reports of the network" : "Reports", lead: [who], problem: problem?.sentence,
            at: problem?.field.rawValue, forms: [form])
        return page.document(in: frame, below: answer?.nodes ?? [])
    }

    private func field(_ field: ReportField) -> AskField {
        let value = values[field] ?? ""
        return switch field {
        case .report:
            AskField(
                field.rawValue, "Report", value: value,
                .choice(kinds.map { .init(value: $0.rawValue, title: $0.title) }))
        case .indicator:
            AskField(
                field.rawValue, "Indicator", hint: "For comparison and trend", value: value,
                .choice(CountedIndicator.all.map { .init(value: $0.rawValue, title: $0.title) }))
        case .model: AskField(field.rawValue, "Model", value: value, .choice(models))
        case .from:
            AskField(field.rawValue, "First day that counts", hint: "For example 2025-01-01", value: value, .day)
        case .to: AskField(field.rawValue, "Last day that counts", hint: "For example 2025-12-31", value: value, .day)
        }
    }
}

extension ReportsPage.Answer {
    /// The heading, the sentences, the picture, the tables, of which the first holds the picture's figures, and what has to be
    /// known to read them.
    fileprivate var nodes: [Node] {
        [el("h2", [.id("found")], .text(document.heading))]
            + document.basis.map { el("p", [.class("scope")], .text($0)) }
            + document.findings.map { el("p", [], .text($0)) } + (picture.map { [$0.figureBesideTable] } ?? [])
            + document.tables.map(\.node) + document.notes.map { el("p", [.class("source")], .text($0)) }
    }
}
