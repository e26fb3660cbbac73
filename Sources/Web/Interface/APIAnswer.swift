import API
import HTTPTypes
import Hummingbird
import NIOCore

/// What an operation answers.
struct APIAnswer: Sendable {
    /// What an answer holds.
    enum Body: Sendable {
        case json(JSON)
        /// JSON that is written already.
        case written(String)
        /// What is sent as it is made.
        case stream(type: String, @concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void)
        /// What the client has already.
        case unchanged
    }

    private(set) var body: Body
    var headers: [(name: HTTPField.Name, value: String)] = []
    /// The version that its tag names; nil for an answer without one.
    private var version: Int64?

    init(_ body: Body) {
        self.body = body
    }

    init(_ json: JSON) {
        body = .json(json)
    }

    /// The answer under the version of what it is about.
    func tagged(_ version: Int64) -> APIAnswer {
        var answer = self
        answer.version = version
        return answer
    }

    /// The answer with its tag; nothing but the tag for whoever has it already. What is shown is tagged with what this reader
    /// sees of it as well: the same version is another answer to whoever sees more of it, or less.
    /// - Parameter mark: a keyed hash.
    func underTag(for call: APICall, _ mark: (String) -> String) -> APIAnswer {
        guard let version else { return self }
        var (answer, tag) = (self, "\(version)")
        if call.operation.method == .get, let text = body.text {
            tag += "-" + mark("tag \(text)").prefix(16)
            answer.body = .written(text)
        }
        if call.tags.contains("\"\(tag)\"") { answer.body = .unchanged }
        answer.headers.append((.eTag, "\"\(tag)\""))
        return answer
    }

    func response(of operation: Operation) -> Response {
        var response =
            switch body {
            case .json, .written:
                Response(text: body.text ?? "", type: "application/json", status: .init(code: operation.status))
            case .stream(let type, let write):
                Response(status: .ok, headers: [.contentType: type], body: ResponseBody(writtenBy: write))
            case .unchanged: Response(status: .notModified)
            }
        for header in headers { response.headers[header.name] = header.value }
        for header in operation.retirement?.headers(of: operation.id) ?? [] {
            if let name = HTTPField.Name(header.name) {
                response.headers.append(HTTPField(name: name, value: header.value))
            }
        }
        response.headers[.vary] = "Authorization, Cookie"
        return response
    }
}

extension APIAnswer.Body {
    /// What is sent, where it is known before it is.
    fileprivate var text: String? {
        switch self {
        case .json(let json): json.line + "\n"
        case .written(let text): text
        case .stream, .unchanged: nil
        }
    }
}

extension ResponseBody {
    fileprivate init(
        writtenBy write: @escaping @concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void
    ) {
        self.init(contentLength: nil) { writer in
            try await write(&writer)
            try await writer.finish(nil)
        }
    }
}
