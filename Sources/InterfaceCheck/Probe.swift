import API
import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Asks an installation over HTTP: one question, one answer in bounded time and memory, no redirects.
struct Probe: Sendable {
    /// How long an answer may take, with its body.
    private static let patience: TimeAmount = .seconds(120)
    /// Of a longer body the end alone is kept.
    private static let kept = 8 << 20

    let address: String
    let token: String
    let client: HTTPClient

    /// An answer.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPHeaders
        /// The body, or its end.
        let body: [UInt8]
        /// Whether it ended in good order.
        let isWhole: Bool
        /// What it holds; nil when that is no JSON.
        var json: JSON? { try? JSONReader.read(body) }
        /// The code of a problem; nil for what is none, where a code is something else.
        var code: String? {
            guard status >= 400, case .text(let code)? = json?["code"] else { return nil }
            return code
        }

        subscript(name: String) -> String? { headers.first(name: name) }
    }

    /// Asks.
    /// - Parameters:
    ///   - path: from the root of the service.
    ///   - token: another token; the own one is sent if none is given, none at all when it is empty.
    func ask(
        _ method: HTTPMethod, _ path: String, _ headers: [(String, String)] = [], body: String? = nil,
        token other: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: address + path)
        request.method = method
        let token = other ?? token
        if !token.isEmpty { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body {
            request.headers.replaceOrAdd(name: "Content-Type", value: "application/json")
            request.body = .bytes(Array(body.utf8))
        }
        let response = try await client.execute(request, deadline: .now() + Probe.patience)
        var bytes: [UInt8] = []
        var isWhole = true
        do {
            for try await part in response.body {
                bytes.append(contentsOf: part.readableBytesView)
                if bytes.count > 2 * Probe.kept { bytes.removeFirst(bytes.count - Probe.kept) }
            }
        } catch {
            try Task.checkCancellation()
            isWhole = false
        }
        return Answer(
            status: Int(response.status.code), headers: response.headers, body: bytes, isWhole: isWhole)
    }
}
