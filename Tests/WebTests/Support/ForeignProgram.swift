import API
import Dispatch
import Foundation

/// A run of a program of somebody else's making, which the project's own files install: `scripts/interface-tools`.
struct ForeignProgram: Sendable {
    static let folder = "scripts/interface-tools"

    /// How it ended.
    let status: Int32
    /// All that it said, to both outputs.
    let said: String

    /// Runs one to its end.
    /// - Parameters:
    ///   - token: what it finds as `HOMEWARD_TOKEN`.
    ///   - program: what is run instead of one of that folder.
    ///   - input: the file that it reads.
    static func run(
        _ words: [String], token: String = "", program: String = "\(folder)/run", input: String = "/dev/null"
    ) async throws -> ForeignProgram {
        let output = FileManager.default.temporaryDirectory.appending(path: "homeward-said-\(UUID().uuidString)")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(["HOMEWARD_TOKEN": token]) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: input)
        let handle = try FileHandle(forWritingTo: output)
        (process.standardOutput, process.standardError) = (handle, handle)
        let status = try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Int32, any Error>) in
            DispatchQueue(label: "homeward.tests.foreign").async {
                ended.resume(
                    with: Result {
                        try process.run()
                        process.waitUntilExit()
                        return process.terminationStatus
                    })
            }
        }
        return ForeignProgram(status: status, said: String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }

    /// Lends a folder that is removed afterwards.
    static func withFolder<Result: Sendable>(_ body: (String) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "homeward-made-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }

    /// The number that stands before a word in what it said; nil when there is none.
    func number(before word: String) -> Int? {
        guard let place = said.firstRange(of: word) else { return nil }
        return said[..<place.lowerBound].split { !$0.isNumber && $0 != "," }.last.flatMap {
            Int($0.filter(\.isNumber))
        }
    }
}

extension WebWorld {
    /// The service's address.
    var address: String { "http://127.0.0.1:\(port)" }
}

extension APIClient {
    /// The token that it sends.
    var token: String { credentials.first.map { String($0.dropFirst("Authorization: Bearer ".count)) } ?? "" }
}
