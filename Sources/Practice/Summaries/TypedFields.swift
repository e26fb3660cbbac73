/// What stands in the fields of a form, by their names, as it was typed. It does not print.
package struct TypedFields: Hashable, Sendable {
    /// What stands in each field.
    package let texts: [String: String]

    /// What was typed.
    package init(_ texts: [String: String]) { self.texts = texts }

    /// The same with other texts in some fields.
    package func setting(_ changes: [String: String]) -> TypedFields {
        TypedFields(texts.merging(changes) { _, new in new })
    }
}

extension TypedFields {
    /// The fields in one text: names and texts in turn, each with its number of bytes before it, so that every character
    /// comes back whatever it is.
    var written: String {
        texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }.map { "\($0.utf8.count):\($0)" }.joined()
    }

    /// Reads what ``written`` wrote; nil for anything else.
    init?(written bytes: [UInt8]) {
        var (rest, parts) = (bytes[...], [String]())
        while !rest.isEmpty {
            guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
                let count = Int(String(decoding: rest[..<colon], as: UTF8.self)), count >= 0,
                rest.count - (colon - rest.startIndex) > count
            else { return nil }
            let text = rest[(colon + 1)...].prefix(count)
            parts.append(String(decoding: text, as: UTF8.self))
            rest = rest[(colon + 1 + count)...]
        }
        guard parts.count.isMultiple(of: 2) else { return nil }
        let pairs = stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
        texts = Dictionary(pairs) { first, _ in first }
    }
}

extension TypedFields: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(texts.count) fields (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
