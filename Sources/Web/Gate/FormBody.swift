import Hummingbird
import NIOCore
import Pages

/// The fields of a form that was posted.
struct FormBody: Sendable {
    /// The most choices of one list.
    private static let mostChoices = 10_000

    private let values: [String: String]
    private let chosen: [String: [String]]
    /// What was sent, as it was sent, without the mark.
    let sent: String

    static let empty = FormBody(values: [:], chosen: [:], sent: "")

    private init(values: [String: String], chosen: [String: [String]], sent: String) {
        self.values = values
        self.chosen = chosen
        self.sent = sent
    }

    /// Reads a form with these fields and no others, each once but for those of which any number may be ticked.
    /// - Throws: status 400 for anything else.
    static func read(
        _ request: inout Request, fields: Set<String>, lists: Set<String> = [], limit: Int
    ) async throws -> FormBody {
        guard request.headers[.contentType] == "application/x-www-form-urlencoded" else { throw refusal }
        let bytes = try await request.collectBody(upTo: limit)
        let text = String(buffer: bytes)
        var (values, chosen): ([String: String], [String: [String]]) = ([:], [:])
        for item in QueryText(text, limit: fields.count + 2 + lists.count * mostChoices).items {
            if lists.contains(item.name), let value = item.value {
                chosen[item.name, default: []].append(value)
                continue
            }
            guard item.name == AskForm.markField || fields.contains(item.name), let value = item.value,
                values.updateValue(value, forKey: item.name) == nil
            else { throw refusal }
        }
        let sent = text.split(separator: "&").filter { !$0.hasPrefix("\(AskForm.markField)=") }
        return FormBody(values: values, chosen: chosen, sent: sent.joined(separator: "&"))
    }

    /// What a field holds; the empty text when it was not sent.
    subscript(name: String) -> String { values[name] ?? "" }

    /// What was ticked of a list, in the order of the page.
    func choices(_ name: String) -> [String] { chosen[name] ?? [] }

    private static var refusal: WebRefusal { WebRefusal(.badRequest, .badRequest) }
}
