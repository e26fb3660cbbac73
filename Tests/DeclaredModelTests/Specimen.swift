import Intervention
import Testing
import YAMLFile

@testable import DeclaredModel

/// The text of a model's file that a test changes in one place.
struct Specimen {
    private(set) var text: String

    /// The file of a variant that is built in.
    init(_ name: String = "mst-e.yaml") throws {
        let file = try #require(DeclaredFile.embedded.first { $0.name == name })
        text = try #require(String(validating: file.bytes, as: UTF8.self))
    }

    /// A text of one's own.
    init(text: String) {
        self.text = text
    }

    /// The same with the first occurrence of a text replaced by another; it must stand there.
    func replacing(_ old: String, with new: String) throws -> Specimen {
        try #require(text.contains(old), "\(old)")
        var altered = self
        altered.text = text.replacing(old, with: new, maxReplacements: 1)
        return altered
    }

    var bytes: [UInt8] { Array(text.utf8) }

    func read() throws -> DeclaredModel { try DeclaredModel.read(bytes) }

    /// What is wrong with it.
    var problems: [DeclaredProblem] {
        do {
            _ = try DeclaredModel.read(bytes)
            return []
        } catch {
            return error.problems
        }
    }

    /// The line, counted from 1, in which a text begins for the first time.
    func line(of part: String) throws -> Int {
        let range = try #require(text.firstRange(of: part), "\(part)")
        return text[..<range.lowerBound].count { $0 == "\n" } + 1
    }
}
