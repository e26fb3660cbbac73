import Foundation

/// Changes by kind, as the ledger keeps them: `{"opened":3}`.
enum JobChanges {
    static func read(_ text: String) throws -> [String: Int] {
        try JSONDecoder().decode([String: Int].self, from: Data(text.utf8))
    }

    static func write(_ changes: [String: Int]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(changes), as: UTF8.self)
    }
}
