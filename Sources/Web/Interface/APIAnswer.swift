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

    var body: Body
    var headers: [(name: HTTPField.Name, value: String)] = []

    init(_ body: Body) {
        self.body = body
    }

    init(_ json: JSON) {
        body = .json(json)
    }

    /// The answer under a tag; nothing but the tag for whoever has it already.
    func tagged(_ version: Int64, for call: APICall) -> APIAnswer {
        var answer = self
        let tag = "\"\(version)\""
        if call.tags.contains(tag) { answer.body = .unchanged }
        answer.headers.append((.eTag, tag))
        return answer
    }

    func response(of operation: Operation) -> Response {
        var response =
            switch body {
            case .json(let json):
                Response(text: json.line + "\n", type: "application/json", status: .init(code: operation.status))
            case .written(let text):
                Response(text: text, type: "application/json", status: .init(code: operation.status))
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
