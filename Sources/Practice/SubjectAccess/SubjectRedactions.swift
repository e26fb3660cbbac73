import CivilDate

/// What is to be taken out of a pack: an item, or a field of one, each with the reason that stands in its place.
package struct SubjectRedactions: Hashable, Sendable {
    /// Why a list cannot be used.
    package enum Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        /// A line that is neither a comment nor an id with a reason.
        case badLine(Int)
        /// An id that the pack does not have.
        case unknownItem(String)

        package var description: String {
            switch self {
            case .badLine(let number):
                "line \(number) of the list is no item with a reason; write it as 'words.3: names a neighbour'"
            case .unknownItem(let id): "the list names \(id), which the pack does not have; draw it up anew"
            }
        }
    }

    private var reasons: [(id: String, reason: String)] = []

    /// None.
    package init() {}

    package static func == (one: SubjectRedactions, other: SubjectRedactions) -> Bool {
        one.reasons.elementsEqual(other.reasons) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        for entry in reasons { hasher.combine(entry.id) }
    }

    /// Reads a list: `ITEM: reason` or `ITEM/field: reason` on each line; lines that begin with `#` and empty ones say nothing.
    package init(_ text: String) throws(Flaw) {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            guard let first = line.first(where: { $0 != " " }), first != "#" else { continue }
            guard let colon = line.firstIndex(of: ":") else { throw .badLine(index + 1) }
            let id = String(line[..<colon].filter { $0 != " " })
            let reason = line[line.index(after: colon)...].drop { $0 == " " }
            guard !id.isEmpty, !reason.isEmpty else { throw .badLine(index + 1) }
            reasons.append((id, String(reason)))
        }
    }

    /// Takes out what the list names.
    package func apply(to pack: inout SubjectPack) throws(Flaw) {
        for entry in reasons {
            let words = entry.id.split(separator: "/", maxSplits: 1).map(String.init)
            var isThere = false
            for part in pack.parts.indices {
                for item in pack.parts[part].items.indices where pack.parts[part].items[item].id == words.first {
                    isThere = pack.parts[part].items[item].take(out: words.dropFirst().first, because: entry.reason)
                }
            }
            guard isThere else { throw .unknownItem(entry.id) }
        }
    }
}

extension SubjectPack.Item {
    /// Takes a field out, or all.
    /// - Parameter name: the field's name without spaces; nil for all.
    /// - Returns: whether there was such a field.
    fileprivate mutating func take(out name: String?, because reason: String) -> Bool {
        guard let name else {
            fields = []
            redaction = reason
            return true
        }
        guard let place = fields.firstIndex(where: { $0.name.filter { $0 != " " } == name }) else { return false }
        fields[place].value = nil
        redaction = [redaction, reason].compactMap { $0 }.joined(separator: "; ")
        return true
    }
}

extension SubjectPack {
    /// The list that whoever reads the pack begins with: all that is marked, switched off; taking out the `#` takes it out of the
    /// pack.
    package var proposedRedactions: String {
        var lines = [
            "# What is to be taken out of the pack. A line 'ITEM: reason' takes out an item, 'ITEM/field: reason' a field.",
            "# Lines that begin with # say nothing. What is marked below is only marked: somebody has to read it.",
        ]
        for item in parts.flatMap(\.items) {
            if let mark = item.thirdParty { lines.append("# \(item.id): \(mark.sentence)") }
            for field in item.fields {
                guard let mark = field.thirdParty else { continue }
                lines.append("# \(item.id)/\(field.name.filter { $0 != " " }): \(mark.sentence)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
