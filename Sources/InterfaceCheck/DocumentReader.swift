import API

/// An installation's own document, and which operations of it are tried.
struct DocumentReader: Sendable {
    /// An operation that reads, as the document has it.
    struct Reading: Sendable {
        let id: String
        let path: String
        let parameters: [Parameter]
        /// The media types of its good answer.
        let types: [String]
        let isTagged: Bool
    }

    /// A parameter that must be given.
    struct Parameter: Sendable {
        let name: String
        let isOfPath: Bool
        /// The words that it may have, when it has some; else none.
        let words: [String]
    }

    let finding: InterfaceFinding
    let readings: [Reading]

    init(_ answer: Probe.Answer) {
        let what = "the document at \(OpenAPIDocument.path)"
        guard answer.status == 200, let json = answer.json, json["openapi"] == "3.1.0",
            case .object(let paths)? = json["paths"]
        else {
            finding = InterfaceFinding(.fails, what, "status \(answer.status), or no OpenAPI 3.1.0")
            readings = []
            return
        }
        readings = paths.compactMap { path in
            path.value["get"].flatMap { DocumentReader.reading($0, at: path.name) }
        }
        let writes = paths.count(where: { $0.value["post"] != nil })
        let detail = "\(readings.count) operations that read, \(writes) addresses to write to"
        finding = InterfaceFinding(.holds, what, detail)
    }

    private static func reading(_ operation: JSON, at path: String) -> Reading? {
        guard case .text(let id)? = operation["operationId"] else { return nil }
        var parameters: [Parameter] = []
        if case .list(let given)? = operation["parameters"] {
            parameters = given.filter { $0["required"] == true }.compactMap(parameter)
        }
        var types: [String] = []
        if case .object(let content)? = operation["responses"]?["200"]?["content"] { types = content.map(\.name) }
        return Reading(
            id: id, path: path, parameters: parameters, types: types,
            isTagged: operation["responses"]?["304"] != nil)
    }

    private static func parameter(_ json: JSON) -> Parameter? {
        guard case .text(let name)? = json["name"] else { return nil }
        var words: [String] = []
        if case .list(let values)? = json["schema"]?["enum"] {
            words = values.compactMap { if case .text(let word) = $0 { word } else { nil } }
        }
        return Parameter(name: name, isOfPath: json["in"] == "path", words: words)
    }
}
