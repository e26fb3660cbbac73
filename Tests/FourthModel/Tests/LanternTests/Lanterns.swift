import Foundation

/// The built command of the model in a folder of its own, which goes away with it.
struct Lanterns {
    /// How a command ended.
    struct Outcome {
        let status: Int32
        let out: String
        let err: String
    }

    /// A command that did not end as it should.
    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    private let folder: URL

    /// Lends a folder, and stops the cluster that was made in it.
    static func lend(_ body: (Lanterns) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lantern-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A server of root's own account cannot walk through a closed folder.
        try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: folder.path)
        let lanterns = Lanterns(folder: folder)
        let result = Result { try body(lanterns) }
        try lanterns.run(["cluster", "stop"])
        try FileManager.default.removeItem(at: folder)
        try result.get()
    }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// Runs a command to its end.
    @discardableResult
    func run(_ words: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = try Self.program
        process.arguments = words
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]
        let (out, err) = (folder.appending(path: "said.out"), folder.appending(path: "said.err"))
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, out: try String(contentsOf: out, encoding: .utf8),
            err: try String(contentsOf: err, encoding: .utf8)
        )
    }

    /// What a command writes to standard output that has to end well.
    @discardableResult
    func demand(_ words: String...) throws -> String {
        let process = try run(words)
        guard process.status == 0 else {
            throw Trouble(description: "\(words) ended with \(process.status): \(process.err)\(process.out)")
        }
        return process.out
    }

    /// The program, beside the bundle of the tests.
    private static var program: URL {
        get throws {
            let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: bundle).deletingLastPathComponent().appending(path: "LanternHomeward")
        }
    }
}
