import Foundation
import HTTPTypes
import Hummingbird
import Logging
import OpenID
import ServiceLifecycle

/// A provider that answers whatever a test likes, on a port of this machine.
struct StubProvider: Sendable {
    /// What is asked of a provider.
    enum Question: String, Sendable {
        case discovery = "/.well-known/openid-configuration"
        case keys = "/keys"
        case token = "/token"
    }

    /// An answer.
    struct Answer: Sendable {
        var status = 200
        var body = ""
        var location: String?
        /// Whether the body never ends: a byte every ten milliseconds.
        var drips = false
    }

    let port: Int
    private let book: Book

    var address: String { "http://127.0.0.1:\(port)" }

    var issuer: Issuer {
        get throws {
            guard let url = URL(string: address), let issuer = Issuer(url: url, clientID: "homeward") else {
                throw CancellationError()
            }
            return issuer
        }
    }

    /// Lends one that describes itself well and answers with this set of keys.
    static func withStub<Result: Sendable>(
        keys: String = #"{"keys": []}"#, _ body: (StubProvider) async throws -> Result
    ) async throws -> Result {
        let book = Book()
        let router = Router()
        for question in [Question.discovery, .keys] {
            router.get(RouterPath(question.rawValue)) { _, _ in await book.response(question) }
        }
        router.post(RouterPath(Question.token.rawValue)) { _, _ in await book.response(.token) }
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        // It is ended while clients still hold connections.
        var silent = Logger(label: "stub")
        silent.logLevel = .critical
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { told.yield($0.localAddress?.port ?? 0) }, logger: silent)
        // Ended gracefully and never cancelled: a connection that had come and was not looked at yet would end the process.
        let group = ServiceGroup(services: [application], logger: silent)
        let running = Task { try await group.run() }
        func end() async throws {
            await book.end()
            await group.triggerGracefulShutdown()
            try await running.value
        }
        guard let port = await ports.first(where: { _ in true }) else { throw CancellationError() }
        let stub = StubProvider(port: port, book: book)
        await stub.answer(.discovery, .init(body: stub.description()))
        await stub.answer(.keys, .init(body: keys))
        do {
            let result = try await body(stub)
            try await end()
            return result
        } catch {
            try await end()
            throw error
        }
    }

    func answer(_ question: Question, _ answer: Answer) async { await book.set(question, answer) }

    /// How often it was asked that.
    func count(_ question: Question) async -> Int { await book.count(question) }

    /// What a provider says of itself, with some of it said otherwise; nil leaves it out.
    func description(but changes: [String: Any?] = [:]) -> String {
        var fields: [String: Any] = [
            "issuer": address, "authorization_endpoint": address + "/authorize", "token_endpoint": address + "/token",
            "jwks_uri": address + "/keys", "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256", "ES256", "PS256"],
            "code_challenge_methods_supported": ["S256"],
        ]
        for (name, value) in changes { fields[name] = value }
        return JSONText.of(fields)
    }

    private actor Book {
        private var answers: [Question: Answer] = [:]
        private var counts: [Question: Int] = [:]
        /// Whether the provider is being ended: what drips then ends too.
        private(set) var isOver = false

        func end() { isOver = true }
        func set(_ question: Question, _ answer: Answer) { answers[question] = answer }
        func count(_ question: Question) -> Int { counts[question, default: 0] }

        func response(_ question: Question) -> Response {
            counts[question, default: 0] += 1
            let answer = answers[question] ?? Answer(status: 404)
            var response = Response(status: .init(code: answer.status))
            response.headers[.contentType] = "application/json"
            if let location = answer.location { response.headers[.location] = location }
            guard answer.drips else {
                response.body = .init(byteBuffer: ByteBuffer(string: answer.body))
                return response
            }
            response.body = .init { writer in
                while await !self.isOver {
                    try await writer.write(ByteBuffer(string: " "))
                    try await Task.sleep(for: .milliseconds(10))
                }
                try await writer.finish(nil)
            }
            return response
        }
    }
}

/// A dictionary as JSON.
enum JSONText {
    static func of(_ fields: [String: Any]) -> String {
        let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
