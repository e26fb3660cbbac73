import Hummingbird
import NIOCore
import Pages

/// Which fields a form may have: each by its name, or, where a page has as many as there are things on record, all that
/// begin with a word and a hyphen: `goal-*`.
private struct FieldNames {
    /// The most fields that begin with the same word.
    private static let mostAlike = 500

    private let names: Set<String>
    private let beginnings: [String]

    init(_ fields: Set<String>) {
        names = fields.filter { !$0.hasSuffix("-*") }
        beginnings = fields.filter { $0.hasSuffix("-*") }.map { String($0.dropLast()) }
    }

    /// The most fields that a form may have.
    var most: Int { names.count + beginnings.count * FieldNames.mostAlike }

    func allow(_ name: String) -> Bool { names.contains(name) || beginnings.contains { name.hasPrefix($0) } }
}

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
        let bytes = try await request.body(atMost: limit)
        let text = String(buffer: bytes)
        var (values, chosen): ([String: String], [String: [String]]) = ([:], [:])
        let limits = FieldNames(fields)
        for item in QueryText(text, limit: limits.most + 2 + lists.count * mostChoices).items {
            if lists.contains(item.name), let value = item.value {
                chosen[item.name, default: []].append(value)
                continue
            }
            guard item.name == AskForm.markField || limits.allow(item.name), let value = item.value,
                values.updateValue(value, forKey: item.name) == nil
            else { throw refusal }
        }
        let sent = text.split(separator: "&").filter { !$0.hasPrefix("\(AskForm.markField)=") }
        return FormBody(values: values, chosen: chosen, sent: sent.joined(separator: "&"))
    }

    /// What a field holds; the empty text when it was not sent.
    subscript(name: String) -> String { values[name] ?? "" }

    /// What stands in those fields whose names are meant.
    func values(where isMeant: (String) -> Bool) -> [String: String] { values.filter { isMeant($0.key) } }

    /// What was ticked of a list, in the order of the page.
    func choices(_ name: String) -> [String] { chosen[name] ?? [] }

    /// All that was sent but the mark, in one form: the same however a browser puts the fields in order.
    var canonical: String {
        let items = values.filter { $0.key != AskForm.markField }.map { ($0.key, [$0.value]) } + chosen.map { ($0, $1) }
        return items.sorted { $0.0 < $1.0 }.map { name, values in
            "\(name):" + values.map { "\($0.utf8.count):\($0)" }.joined(separator: ",")
        }.joined(separator: ";")
    }

    /// What was typed and ticked, to be shown once more.
    var typed: FormValues { FormValues(texts: values, lists: chosen) }

    private static var refusal: WebRefusal { WebRefusal(.badRequest, .badRequest) }
}
