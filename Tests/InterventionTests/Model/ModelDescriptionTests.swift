import FoundationEssentials
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@Suite struct ModelDescriptionTests {
    /// The JSON of a model as a reader of it would decode it.
    struct Shown: Decodable {
        struct Phase: Decodable {
            struct Planned: Decodable {
                let least: Int
                let most: Int
                let unit: String
            }

            let id: String
            let title: String
            let kind: String
            let planned: Planned?
        }

        struct Step: Decodable {
            let from: String
            let to: String
            let by: String
        }

        struct Parameter: Decodable {
            let key: String
            let title: String
            let unit: String
            let source: String
        }

        struct Instrument: Decodable {
            let id: String
            let title: String
            let respondents: [String]
            let firstDueAfterDays: Int?
            let everyDays: Int?
            let items: Int?
            let source: String
        }

        struct Outcome: Decodable {
            let key: String
            let title: String
            let meaning: String
            let base: String
        }

        struct Comparator: Decodable {
            let indicator: String
            let value: Double
            let label: String
            let source: String
        }

        struct Caseload: Decodable {
            let least: Int
            let most: Int
        }

        struct ClosureReason: Decodable {
            let id: String
            let group: String
            let title: String
        }

        let id: String
        let version: Int
        let title: String
        let client: String
        let phases: [Phase]
        let steps: [Step]
        let parameters: [Parameter]
        let instruments: [Instrument]
        let outcomes: [Outcome]
        let comparators: [Comparator]
        let caseload: Caseload
        let closureReasons: [ClosureReason]
    }

    private func shown(_ model: any InterventionModel) throws -> Shown {
        try JSONDecoder().decode(Shown.self, from: Data(ModelDescription(model).json.utf8))
    }

    @Test(arguments: programme.indices)
    func `the JSON holds everything that the model declares`(place: Int) throws {
        let model = programme[place]

        let shown = try shown(model)

        #expect(shown.id == model.id.text)
        #expect(shown.version == 1)
        #expect(shown.title == model.title)
        #expect(shown.client == model.client.rawValue)
        #expect(shown.phases.map(\.id) == model.phases.phases.map(\.id.text))
        #expect(shown.steps.map { "\($0.from) \($0.by) \($0.to)" } == model.phases.steps.map(\.description))
        #expect(shown.parameters.map(\.key) == model.parameters.map(\.key.text))
        #expect(shown.parameters.map(\.source) == model.parameters.map(\.source))
        #expect(shown.instruments.map(\.id) == model.instruments.map(\.id.text))
        #expect(shown.instruments.map(\.items) == model.instruments.map(\.scoring.items))
        #expect(shown.outcomes.map(\.base) == model.outcomes.map(\.base.rawValue))
        #expect(shown.comparators.map(\.indicator) == model.comparators.map(\.indicator.rawValue))
        #expect(shown.closureReasons.map(\.id) == model.closureReasons.map(\.id.text))
        #expect(shown.closureReasons.map(\.group) == model.closureReasons.map(\.group.rawValue))
    }

    /// A condition as a program would read it.
    indirect enum Said: Decodable, Equatable {
        case text(String)
        case list([Said])
        case object([String: Said])
        case nothing

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let list = try? value.decode([Said].self) {
                self = .list(list)
            } else if let object = try? value.decode([String: Said].self) {
                self = .object(object)
            } else {
                self = .nothing
            }
        }

        subscript(_ name: String) -> Said? {
            if case .object(let members) = self { members[name] } else { nil }
        }

        subscript(_ place: Int) -> Said? {
            if case .list(let entries) = self, entries.indices.contains(place) { entries[place] } else { nil }
        }

        func entry(_ name: String, _ value: String) -> Said? {
            guard case .list(let entries) = self else { return nil }
            return entries.first { $0[name] == .text(value) }
        }
    }

    private struct Treatment: Decodable {
        let modules: Said
        let duties: Said
        let trackers: Said
    }

    @Test func `conditions stand in JSON with their parts beside the sentence`() throws {
        let shown = try JSONDecoder().decode(Treatment.self, from: Data(ModelDescription(MSTCAN()).json.utf8))
        let plan = try #require(shown.modules.entry("key", "safety-plan")?["doneWhen"])
        #expect(plan["kind"] == .text("all"))
        let signed = try #require(plan["parts"]?[1])
        #expect(signed["kind"] == .text("everyone"))
        #expect(signed["sentence"] == .text("safety-plan-signed for the current plan is recorded about every carer"))
        #expect(signed["fact"] == .text("safety-plan-signed"))
        #expect(signed["current"] == .text("plan"))
        #expect(signed["roles"] == .list([.text("carer")]))
        let gate = try #require(shown.modules.entry("key", "trauma-adult")?["gates"]?[1]?["when"])
        #expect(gate["within"] == .text("sobriety-check-within"))
        #expect(gate["tests"]?[0] == .object(["field": .text("answer"), "words": .list([.text("yes")])]))
        #expect(gate["whose"] == .text("same"))
        let duty = try #require(shown.duties.entry("obligation", "test-cocaine")?["from"])
        #expect(duty["kind"] == .text("first"))
        #expect(duty["fact"] == .text("testing-schedule"))
        let cleared = try #require(shown.trackers.entry("key", "relapse")?["moves"]?[2]?["guards"]?[0])
        #expect(cleared["kind"] == .text("link"))
        #expect(cleared["sinceEntering"] == .text("lapse"))
        #expect(cleared["alike"] == .text("substance"))
    }

    @Test func `numbers are the model's standard ones`() throws {
        let shown = try shown(StandardMST())

        #expect([shown.caseload.least, shown.caseload.most] == [4, 6])
        #expect(shown.phases[2].planned.map { [$0.least, $0.most] } == [3, 5])
        #expect(shown.phases[2].planned?.unit == "months")
        #expect(shown.phases[0].planned == nil)
        #expect(shown.instruments[0].firstDueAfterDays == 7)
        #expect(shown.instruments[0].everyDays == 28)
        #expect(shown.comparators.map(\.value) == [0.905, 0.856, 0.864, 0.76, 0.763, 0.878, 0.044, 0.078, 128.4])
    }

    @Test func `targets are written as reports write them`() {
        let lines = ModelDescription(StandardMST()).json.split(separator: "\n").map { $0.drop { $0 == " " } }

        #expect(lines.contains("{\"indicator\": \"at_home\", \"operator\": \">=\", \"value\": 0.9},"))
        #expect(lines.contains("{\"indicator\": \"mean_adherence\", \"operator\": \">=\", \"value\": 0.61},"))
        #expect(lines.contains("{\"indicator\": \"placed\", \"operator\": \"<\", \"value\": 0.1},"))
        #expect(lines.contains("\"operator\": \"between\","))
        #expect(lines.contains("\"value\": [100, 140]"))
    }

    @Test func `bounds are numbers or a closed list`() {
        let lines = ModelDescription(StandardMST()).json.split(separator: "\n").map { $0.drop { $0 == " " } }

        #expect(lines.contains("\"bounds\": {\"least\": 11, \"most\": 18},"))
        #expect(lines.contains("\"bounds\": {\"least\": 0.5, \"most\": 0.8},"))
        #expect(lines.contains("\"choices\": [\">=\", \">\"]"))
    }

    @Test func `the text shows the phases as a diagram`() {
        let text = ModelDescription(MSTFIT()).text

        #expect(
            text.contains(
                """
                  │ placed                             ├── advance ──> home
                  │ Placed away from home              ├── close ──> closed
                  │ planned for 3 to 4 months          │
                  │ the child lives away from home     │
                  └──────────────────┬─────────────────┘
                                     │ advance
                """
            )
        )
    }

    @Test(arguments: programme.indices)
    func `the text has every parameter with bounds and source`(place: Int) {
        let text = ModelDescription(programme[place]).text

        for parameter in programme[place].parameters {
            #expect(text.contains("  \(parameter.key): "))
            #expect(text.contains("    \(parameter.title)\n    source: \(parameter.source)\n"))
        }
        #expect(text.contains("adherence-threshold: 0.61 (may be 0.5 to 0.8)"))
        #expect(text.hasSuffix("public.\n"))
    }

    @Test func `a model without aims says so`() {
        #expect(ModelDescription(MSTCAN()).text.contains("Targets\n  none\n"))
        #expect(ModelDescription(StandardMST()).text.contains("  length_of_stay: between 100 days and 140 days\n"))
    }

    @Test func `two versions that declare the same differ by their version only`() {
        var second = AlteredModel(StandardMST())
        let first = ModelDescription(second)
        second.version = ModelVersion(2)

        #expect(first == ModelDescription(StandardMST()))
        #expect(first != ModelDescription(second))
    }
}
