import CivilDate
import Intervention
import Markup
import Practice
import Sites

/// The prospective sites: how far each is, since when, what comes next; and the form that adds one.
package struct PipelinePage: Sendable {
    /// Where the pages of prospective sites are.
    package enum Address {
        /// All of them; a new one is sent there, too.
        package static let page = "/network/pipeline"
        /// One; a stage that it reached is sent there, too.
        package static let one = page + "/{\(prospect)}"
        /// Where a stage is taken back.
        package static let withdrawal = one + "/withdrawal"
        /// What stands for the code in addresses.
        package static let prospect = "prospect"

        /// The page of one.
        package static func of(_ code: SiteCode) -> String { "\(page)/\(code)" }
        static func withdrawal(of code: SiteCode) -> String { "\(of(code))/withdrawal" }
    }

    /// The names of the form's fields.
    package enum Field {
        /// The code that the site will have.
        package static let code = "code"
        /// The name that people use.
        package static let name = "name"
        /// All of them.
        package static let all: Set<String> = [code, name, AskForm.keyField]
    }

    private let entries: [PipelineEntry]
    private let today: CivilDate
    private let values: FormValues
    private let faults: [FormFault]
    private let key: String
    private let mark: String

    /// A page.
    /// - Parameter key: under which the form is done once.
    package init(
        _ entries: [PipelineEntry], on today: CivilDate, values: FormValues, faults: [FormFault] = [], key: String,
        mark: String
    ) {
        self.entries = entries
        self.today = today
        self.values = values
        self.faults = faults
        self.key = key
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let form = AskForm(
            to: Address.page, mark: mark,
            sections: [
                .init(
                    "Add a prospective site",
                    fields: [
                        AskField(Field.name, "Name of the organisation", .text),
                        AskField(Field.code, "Code", hint: "The one that its site will have, for example leeds", .text),
                    ])
            ], hidden: [AskForm.keyField: key], button: "Add the prospective site"
        ).filled(by: values)
        let lead = "Organisations that may become sites, by code. What was recorded stays; a mistake is taken back."
        return AskPage(title: "Prospective sites", lead: [lead], faults: faults, forms: [form])
            .document(in: frame, before: [found], below: [])
    }

    private var found: Node {
        guard !entries.isEmpty else { return el("p", [], "There is none yet.") }
        return WordTable(
            caption: "\(entries.count) prospective \(entries.count == 1 ? "site" : "sites")",
            columns: ["Organisation", "Stage", "Since", "Comes next", "Site"], rows: entries.map(row)
        ).node
    }

    private func row(_ entry: PipelineEntry) -> [Node] {
        let prospect = entry.prospect
        let since = prospect.stage.map {
            "\(DayText.long($0.on)), \(FamilyText.ago($0.on, on: today).lowercased())"
        }
        return [
            el("a", [.href(Address.of(prospect.code))], .text("\(prospect.name) (\(prospect.code))")),
            .text(prospect.stage?.stage.full ?? "None yet"), .text(since ?? "–"),
            .text(prospect.next?.full ?? "Nothing"), .text(entry.site == nil ? "Not yet" : "Yes"),
        ]
    }
}
