import API
import AsyncHTTPClient
import Foundation
import NIOHTTP1

/// A smoke test of an installation over its API, as a client meets it: what every answer has, what each operation that reads
/// gives, and how what is wrong is told. It writes nothing, unless it is told to.
package struct InterfaceCheck: Sendable {
    private let address: String
    private let token: String

    /// A check of what is at an address.
    /// - Throws: ``InterfaceCheckFault/address``.
    package init(address: String, token: String) throws(InterfaceCheckFault) {
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host != nil,
            ["", "/"].contains(url.path), url.query == nil
        else { throw .address }
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.token = token
    }

    /// Tries everything.
    /// - Parameters:
    ///   - site: the site whose operations are tried; the first that the token knows if none is given.
    ///   - isWriting: whether a referral is recorded, where everything is invented.
    ///   - told: is told each finding as it is made.
    /// - Returns: all findings.
    /// - Throws: ``InterfaceCheckFault``.
    @discardableResult
    package func run(
        site: String? = nil, isWriting: Bool = false, _ told: (InterfaceFinding) throws -> Void = { _ in }
    ) async throws -> [InterfaceFinding] {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let probe = Probe(address: address, token: token, client: client)
        let result: Result<[InterfaceFinding], any Error>
        do {
            result = .success(try await run(probe, site, isWriting, told))
        } catch is HTTPClientError where !Task.isCancelled {
            result = .failure(InterfaceCheckFault.unreachable)
        } catch {
            result = .failure(Task.isCancelled ? CancellationError() : error)
        }
        try? await client.shutdown()
        return try result.get()
    }

    private func run(
        _ probe: Probe, _ site: String?, _ isWriting: Bool, _ told: (InterfaceFinding) throws -> Void
    ) async throws -> [InterfaceFinding] {
        var all: [InterfaceFinding] = []
        func tell(_ findings: [InterfaceFinding]) throws {
            for finding in findings {
                all.append(finding)
                try told(finding)
            }
        }
        guard let document = try? await probe.ask(.GET, OpenAPIDocument.path, token: "") else {
            throw InterfaceCheckFault.unreachable
        }
        let reader = DocumentReader(document)
        try tell([reader.finding])
        guard try await probe.ask(.GET, OpenAPIDocument.root + "/sites").status != 401 else {
            throw InterfaceCheckFault.token
        }
        let words = try await KnownWords(probe, site: site)
        try tell(try await RefusalCheck(probe: probe, words: words).findings())
        for operation in reader.readings {
            try tell(try await ReadingCheck(probe: probe, words: words).findings(of: operation))
        }
        if isWriting { try tell(try await WritingCheck(probe: probe, words: words).findings()) }
        return all
    }
}
