import Hummingbird
import NIOCore
import Pages

/// The fields of a form that was posted.
struct FormBody: Sendable {
    private let values: [String: String]

    static let empty = FormBody(values: [:])

    private init(values: [String: String]) {
        self.values = values
    }

    /// Reads a form with these fields and no others, each once.
    /// - Throws: status 400 for anything else.
    static func read(_ request: inout Request, fields: Set<String>, limit: Int) async throws -> FormBody {
        guard request.headers[.contentType] == "application/x-www-form-urlencoded" else { throw refusal }
        let bytes = try await request.collectBody(upTo: limit)
        let text = String(buffer: bytes)
        var values: [String: String] = [:]
        for item in QueryText(text, limit: fields.count + 2).items {
            guard item.name == AskForm.markField || fields.contains(item.name), let value = item.value,
                values.updateValue(value, forKey: item.name) == nil
            else { throw refusal }
        }
        return FormBody(values: values)
    }

    /// What a field holds; the empty text when it was not sent.
    subscript(name: String) -> String { values[name] ?? "" }

    private static var refusal: WebRefusal { WebRefusal(.badRequest, .badRequest) }
}
