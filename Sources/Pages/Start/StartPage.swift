import CivilDate
import Markup
import Reporting

/// The start page: the indicators of one site and period, and what to do next.
package struct StartPage: Hashable, Sendable {
    /// What there is to show.
    package enum Content: Hashable, Sendable {
        /// There is no site yet.
        case empty
        /// The form holds mistakes.
        case mistaken
        /// The indicators.
        case table(IndicatorTable, site: String)
    }

    /// What there is to show.
    package let content: Content
    /// What can be chosen.
    package let options: StartOptions
    /// What is chosen.
    package let form: StartForm
    private let offices: [StartOptions.Option]
    private let news: StartNews

    /// A page.
    /// - Parameters:
    ///   - offices: the reader's pages that not every page leads to, by address and title.
    ///   - news: what others changed of what opens the reader's account.
    package init(
        _ content: Content, options: StartOptions, form: StartForm, offices: [StartOptions.Option] = [],
        news: StartNews = StartNews()
    ) {
        self.content = content
        self.options = options
        self.form = form
        self.offices = offices
        self.news = news
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        switch content {
        case .empty: frame.document(title: "Start", FirstSteps.nodes)
        case .mistaken:
            frame.document(
                title: "Error: Programme indicators",
                [
                    ErrorSummary.node(form.problems.map { FormFault($0.field?.rawValue, $0.sentence) }), heading,
                    StartFormView(options: options, form: form).node,
                ]
            )
        case .table(let table, let site):
            frame.document(
                title: "Programme indicators of \(site)",
                [heading] + news.nodes + ways + [
                    StartFormView(options: options, form: form).node,
                    el(
                        "p", [.class("scope")], .text(place(table, site)), ", ", .text(DayText.long(table.period)),
                        ", as known now."),
                ] + table.nodes + NextSteps(table: table).nodes
            )
        }
    }

    private func place(_ table: IndicatorTable, _ site: String) -> String {
        table.scope.team.map { "\(site), team \($0)" } ?? site
    }

    /// The reader's other pages; they stand before the tables, which are long.
    private var ways: [Node] { offices.isEmpty ? [] : [PageLinks(offices, at: nil).region("Your other pages")] }

    private var heading: Node { el("h1", [], "Programme indicators") }
}
