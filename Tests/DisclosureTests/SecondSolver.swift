import Disclosure
import Foundation

/// SciPy, in a process of its own, asked about all tables at once.
enum SecondSolver {
    /// A release as it is published, and the figures that are asked for.
    struct Question: Encodable {
        struct Figure: Encodable {
            let status: String
            let printed: Int?
            let small: Int
            let base: Int
            let known: [Int]
        }

        struct Sum: Encodable {
            let terms: [[Int]]
            let least: Int?
            let most: Int?
            enum Key: String, CodingKey { case terms, least, most }
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Key.self)
                try container.encode(terms, forKey: .terms)
                try container.encode(least, forKey: .least)
                try container.encode(most, forKey: .most)
            }
        }

        let cells: [Figure]
        let sums: [Sum]
        let asked: [Int]

        init(_ release: Release, _ pattern: Pattern, asked: [Int]) {
            cells = release.cells.indices.map { index in
                let cell = release.cells[index]
                return Figure(
                    status: cell.isPrinted ? pattern[index].rawValue : "unprinted",
                    printed: cell.isPrinted ? pattern.printed(index, of: release) : nil, small: cell.rule.smallUpTo,
                    base: cell.rule.base, known: [cell.known.lowerBound, cell.known.upperBound])
            }
            sums = release.equations.map {
                Sum(terms: $0.terms.map { [$0.cell, $0.weight] }, least: $0.least, most: $0.most)
            }
            self.asked = asked
        }
    }

    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    /// For each question, for each figure that is asked for: the least and the most in whole numbers; for the first of
    /// each question then the linear least and most.
    static func answers(to questions: [Question]) throws -> [[[Double]]] {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appendingPathComponent("homeward-questions-\(UUID().uuidString)")
        let encoder = JSONEncoder()
        let lines = try questions.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
        try Data(lines.joined().utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "scripts/second-solver/run")
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        try process.run()
        let answers = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Trouble(description: "the second solver failed") }
        return try answers.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode([[Double]].self, from: Data($0))
        }
    }
}
