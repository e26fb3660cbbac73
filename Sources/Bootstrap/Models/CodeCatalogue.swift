import Exchange
import Intervention
import YAMLFile

/// Every list of codes: those of files, and those that the models declare.
struct CodeCatalogue {
    /// The lists, in the order in which they are shown.
    let all: [CodeList]

    /// The lists of a program with these models.
    init(models: ModelRegistry) {
        all = CodeLists.all(with: models)
    }

    /// The lists of a name.
    /// - Throws: status 64, naming the nearest list, when there is none of that name.
    func lists(named name: String) throws(CommandFault) -> [CodeList] {
        let name = name.replacing("_", with: "-")
        let column = Self.lists[name] ?? name
        let found = all.filter { $0.name == column || $0.name.hasPrefix("\(column)-") }
        guard found.isEmpty else { return found }
        let meant = NearestWord.near(name, among: all.map(\.name) + ["ethnicity", "closure-reason"])
            .map { "did you mean \($0)?" }
        let names = all.map(\.name).joined(separator: ", ")
        throw CommandFault(.usage, "there is no list \(name); \(meant ?? "there are \(names)")")
    }

    /// The columns whose list is named after what they hold, with its name.
    private static let lists = [
        "at-home": "outcome-answer", "in-school-or-work": "outcome-answer", "no-new-arrests": "outcome-answer",
        "result": "interview-result", "setting": "settings", "reason": "placement-reason", "kind": "provision-kind",
        "month": "follow-up-month", "status": "follow-up-status",
    ]

    /// A list for people.
    static func lines(of list: CodeList) -> [String] {
        let names = list.codes.flatMap { $0.attributes.map(\.name) }
        let heads = names.reduce(into: [String]()) { heads, name in
            if !heads.contains(name) { heads.append(name) }
        }
        var table = TextTable(["code", "meaning"] + heads)
        for entry in list.codes {
            let cells = heads.map { head in entry.attributes.first { $0.name == head }?.value ?? "" }
            table.add([entry.code, entry.title] + cells)
        }
        return ["\(list.name): \(list.title)", "source: \(list.source)"] + table.lines.map { "  \($0)" }
    }

    /// A list for programs.
    static func json(of list: CodeList) -> OrderedJSON {
        .object([
            "name": .text(list.name), "title": .text(list.title), "source": .text(list.source),
            "codes": .list(
                list.codes.map { entry in
                    .object([
                        "code": .text(entry.code), "title": .text(entry.title),
                        "attributes": .list(
                            entry.attributes.map {
                                .object(["name": .text($0.name), "value": .text($0.value)])
                            }),
                    ])
                }),
        ])
    }
}
