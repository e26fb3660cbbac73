import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Asks a provider over HTTP: one question, one answer of bounded size in bounded time, no redirects, nobody else.
struct Outbound: Sendable {
    let issuer: Issuer
    /// How long one answer may take, with its body.
    let patience: Duration

    /// Fetches a document.
    func document(at url: URL) async throws -> Data {
        try await answer(to: try request(url))
    }

    /// Sends a form, as the client that we are.
    func answer(at url: URL, form: [(String, String)], authorization: String?) async throws -> Data {
        var request = try request(url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        request.body = .bytes(Array(FormText.of(form).utf8))
        return try await answer(to: request)
    }

    private func request(_ url: URL) throws -> HTTPClientRequest {
        guard issuer.owns(url) else { throw OpenIDFault(.foreignAddress) }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "Homeward")
        return request
    }

    private func answer(to request: HTTPClientRequest) async throws -> Data {
        // A client for each question: nothing stays open to a provider between two sign-ins.
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result<Data, any Error>
        do {
            result = .success(try await inTime { try await exchange(request, client) })
        } catch {
            result = .failure(Outbound.fault(of: error))
        }
        try? await client.shutdown()
        return try result.get()
    }

    /// Ends work that takes too long, whatever it waits for: the client's own deadline does not end an answer that comes
    /// byte by byte.
    private func inTime(_ work: @escaping @Sendable () async throws -> Data) async throws -> Data {
        try await withThrowingTaskGroup(of: Data.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: patience)
                throw OpenIDFault(.tooSlow)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw OpenIDFault(.tooSlow) }
            return first
        }
    }

    private func exchange(_ request: HTTPClientRequest, _ client: HTTPClient) async throws -> Data {
        let deadline = NIODeadline.now() + TimeAmount(patience)
        let response = try await client.execute(request, deadline: deadline)
        guard !(300..<400).contains(response.status.code) else { throw OpenIDFault(.redirected) }
        guard response.status == .ok else { throw OpenIDFault(.badStatus) }
        var bytes = Data()
        for try await part in response.body {
            guard bytes.count + part.readableBytes <= OpenIDLimits.answer else { throw OpenIDFault(.tooLarge) }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    private static func fault(of error: any Error) -> OpenIDFault {
        switch error {
        case let fault as OpenIDFault: fault
        case let error as HTTPClientError
        where [.deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .tlsHandshakeTimeout].contains(error):
            OpenIDFault(.tooSlow)
        default: OpenIDFault(.unreachable)
        }
    }

    private var configuration: HTTPClient.Configuration {
        let patience = TimeAmount(patience)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: patience, read: patience, write: patience),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        return configuration
    }
}
