import Foundation
import Testing

/// Walks journeys over a service in a real browser, in processes of their own.
enum RealBrowser {
    /// Walks one journey of `scripts/browser/journeys` in all its ways.
    /// - Parameter asked: what the journey is told besides the service's address.
    static func walk(_ journey: String, over world: WebWorld, _ asked: [String: String]) async throws {
        var told = asked
        told["address"] = "http://127.0.0.1:\(world.port)"
        told["shots"] = ProcessInfo.processInfo.environment["HOMEWARD_SHOTS"]
        let question = try JSONEncoder().encode(told)
        let (status, said) = try await run(journey, question)
        #expect(status == 0, "\(said)")
        #expect(said.hasSuffix("done\n"))
    }

    private static func run(_ journey: String, _ question: Data) async throws -> (Int32, String) {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "homeward.tests.browser").async {
                do {
                    let process = Process()
                    let (input, output) = (Pipe(), Pipe())
                    process.executableURL = URL(fileURLWithPath: "scripts/browser/run")
                    process.arguments = [journey]
                    process.standardInput = input
                    process.standardOutput = output
                    process.standardError = output
                    try process.run()
                    try input.fileHandleForWriting.write(contentsOf: question)
                    try input.fileHandleForWriting.close()
                    let said = output.fileHandleForReading.readDataToEndOfFile()
                    process.waitUntilExit()
                    continuation.resume(
                        returning: (process.terminationStatus, String(decoding: said, as: UTF8.self)))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
