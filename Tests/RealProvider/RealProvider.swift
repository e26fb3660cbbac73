import AsyncHTTPClient
import Dispatch
import Foundation
import NIOCore
import NIOHTTP1

/// An OpenID provider of somebody else's making, in a process of its own that ends with the test.
package struct RealProvider: Sendable {
    /// Its address, which is its issuer.
    package let address: String

    /// Lends one.
    /// - Throws: When it does not start; what it said is in the test's output.
    package static func withProvider<Result: Sendable>(
        _ body: (RealProvider) async throws -> Result
    ) async throws -> Result {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "scripts/openid-provider/run")
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // It ends when its input does, also when this process dies.
        defer { try? input.fileHandleForWriting.close() }
        guard let address = await firstLine(of: output.fileHandleForReading) else {
            throw ProviderTrouble(description: "the provider did not start")
        }
        return try await body(RealProvider(address: address))
    }

    /// Names what is wrong with its tokens from now on: `wrong-nonce`, `wrong-audience`, `expired`, `unsigned`,
    /// `foreign-key`, or `none`.
    package func setFault(_ name: String) async throws {
        _ = try await ask(.PUT, address + "/fault", name)
    }

    /// Makes it sign with a new key.
    package func rotateKeys() async throws {
        _ = try await ask(.POST, address + "/rotate", "")
    }

    /// Signs somebody in as their browser would, and gives the address that the browser is sent to.
    package func signIn(as subject: String, at authorization: URL) async throws -> URL {
        let answer = try await ask(.POST, authorization.absoluteString, "sub=\(subject)")
        guard let location = answer.headers.first(name: "Location"), let url = URL(string: location) else {
            throw ProviderTrouble(description: "the provider answered \(answer.status) and sent nobody back")
        }
        return url
    }

    private func ask(_ method: HTTPMethod, _ url: String, _ body: String) async throws -> HTTPClientResponse {
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))
        var request = HTTPClientRequest(url: url)
        request.method = method
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(Array(body.utf8))
        do {
            let answer = try await client.execute(request, timeout: .seconds(60))
            _ = try await answer.body.collect(upTo: 1 << 20)
            try await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    /// The first line; nil when the process ends before.
    private static func firstLine(of handle: FileHandle) async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "homeward.tests.provider").async {
                var text: [UInt8] = []
                while let byte = (try? handle.read(upToCount: 1))?.first, byte != UInt8(ascii: "\n") {
                    text.append(byte)
                }
                continuation.resume(returning: text.isEmpty ? nil : String(decoding: text, as: UTF8.self))
            }
        }
    }
}

/// Why the provider could not serve a test.
struct ProviderTrouble: Error, CustomStringConvertible {
    let description: String
}
