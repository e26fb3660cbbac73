import CivilDate
import Crypto
import Disclosure
import FoundationEssentials

/// A frozen edition: what it printed, for ever the same.
package struct Edition: Hashable, Sendable {
    /// Its number, 1 and up.
    package let number: EditionNumber
    /// What it prints.
    package let document: EditionDocument
    /// The text that was hashed.
    package let canonical: String
    /// SHA-256 of the text, as it was frozen: 64 hexadecimal digits.
    package let hash: String
    /// The days that count.
    package let period: EditionPeriod
    /// By which profile.
    package let profile: EditionProfile
    /// What was known at this time was counted.
    package let dataCut: Instant
    /// When it was frozen.
    package let frozenAt: Instant
    /// By whom, as a code; nil for who may not freeze.
    package private(set) var frozenBy: String?

    /// The same for who is not told which of the staff froze it.
    package var withoutAuthor: Edition {
        var edition = self
        edition.frozenBy = nil
        return edition
    }

    /// Whether the text is the one that was hashed, and says of the edition what the table of editions says.
    package var isAsFrozen: Bool {
        EditionText.hash(of: canonical) == hash && document.number == number.number
            && document.profile == profile.rawValue
            && document.from == "\(period.days.from)" && document.through == "\(period.days.through)"
            && document.dataCut == "\(dataCut)"
    }
}

extension EditionDocument {
    /// All that is printed of it, as an edition is kept and hashed.
    package var canonical: String { get throws { try EditionText.write(self) } }
}

/// Writes what is kept of editions: keys sorted, so that the same is the same bytes.
enum EditionText {
    /// A value as text.
    static func write<Value: Encodable>(_ value: Value) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The value of a text; nil when it is not as it was written.
    static func read<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// SHA-256 of a text in UTF-8, 64 hexadecimal digits.
    static func hash(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).reduce(into: "") { digits, byte in
            digits += byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
        }
    }
}

/// What is kept beside an edition and never printed: the true counts, and which figures were withheld for others.
struct EditionSecrets: Hashable, Sendable, Codable {
    /// The tables.
    let grids: [EditionGrid]
    /// Where the figures stand that were withheld for others.
    let secondary: [Int]
    /// How many records were counted.
    let records: Int
    /// How many of them each site had, by its code; nil in what was frozen before that was kept.
    var sites: [String: Int]?
    /// How many records changed since each edition that the attack reckoned with; nil in what was frozen before.
    var changed: [EditionDocument.Changed]?
    /// The versions of models that it was counted by; nil in what was frozen before.
    var models: [String]?
}
