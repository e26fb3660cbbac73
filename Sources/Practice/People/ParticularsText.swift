import CivilDate
import Vault

/// Reads particulars of a person from lines of text: `name: Ada Invented`, `born: 2012-03-04`,
/// `address from 2025-01-01: 1 High Street`, `sensitive-address: 2 Low Street`. A particular that says nothing is taken
/// away; addresses come in the place of all that were kept.
package enum ParticularsText {
    /// Reads the text.
    /// - Throws: ``ParticularFault`` with the line; never with what it says.
    package static func read(_ text: String) throws(ParticularFault) -> PersonChange {
        var change = PersonChange()
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = trimmed(line)
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let colon = line.firstIndex(of: ":") else { throw .line(place + 1) }
            let words = line[..<colon].split(separator: " ")
            let value = trimmed(line[line.index(after: colon)...])
            guard let field = words.first else { throw .line(place + 1) }
            if field == "address" || field == "sensitive-address" {
                let days = try days(words.dropFirst(), line: place + 1)
                var addresses = change.addresses ?? []
                if !value.isEmpty {
                    addresses.append(
                        PersonChange.NewAddress(
                            text: value, isSensitive: field != "address", from: days.from, until: days.until))
                }
                change.addresses = addresses
            } else {
                guard words.count == 1, let kind = IdentityKind(field: field) else { throw .line(place + 1) }
                guard change.values[kind] == nil, !change.removed.contains(kind) else { throw .twice(kind.field) }
                if value.isEmpty { change.removed.insert(kind) } else { change.values[kind] = value }
            }
        }
        return change
    }

    private static func days(
        _ words: ArraySlice<Substring>, line: Int
    ) throws(ParticularFault) -> (from: CivilDate?, until: CivilDate?) {
        var days: (from: CivilDate?, until: CivilDate?) = (nil, nil)
        var words = words
        while let word = words.popFirst() {
            guard let day = words.popFirst().flatMap({ CivilDate(iso: $0) }) else { throw .addressDays(line) }
            switch word {
            case "from": days.from = day
            case "until": days.until = day.adding(days: 1)
            default: throw .addressDays(line)
            }
        }
        if let from = days.from, let until = days.until, until <= from { throw .addressDays(line) }
        return days
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
