import FoundationEssentials
import Synchronization

/// A folder of a test's own, removed afterwards with everything in it.
struct Folder: Sendable {
    let path: String

    private static let numbers = Atomic<Int>(0)

    static func lend<Result: Sendable>(_ body: (Folder) async throws -> Result) async throws -> Result {
        let number = numbers.add(1, ordering: .relaxed).newValue
        let name = "homeward-command-\(ProcessInfo.processInfo.processIdentifier)-\(number)"
        let place = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: place) }
        return try await body(Folder(path: place))
    }

    /// The path of a file in the folder.
    subscript(name: String) -> String { "\(path)/\(name)" }

    /// The names of what is in it.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    /// Whether a file of the name is in it.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self[name]) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(filePath: self[name]))
        return self[name]
    }

    func make(_ name: String) throws -> Folder {
        try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
        return Folder(path: self[name])
    }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: self[name])), as: UTF8.self)
    }
}

/// The repository that the tests were built from.
let repository = Folder(path: #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" })

/// Why a test could not be carried out.
struct TestTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
