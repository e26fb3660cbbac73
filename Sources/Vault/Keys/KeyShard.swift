/// The keys of one file of the store.
struct KeyShard: Hashable, Sendable {
    private var byName: [[UInt8]: [WrappedKey]] = [:]

    /// All its keys.
    var keys: [WrappedKey] { byName.values.flatMap(\.self) }

    /// The key of a name that seals what is new.
    func keyInForce(of name: [UInt8]) -> WrappedKey? { byName[name]?.last { $0.isInForce } }

    /// A key of a name, in force or not.
    func key(_ id: KeyID, of name: [UInt8]) -> WrappedKey? { byName[name]?.first { $0.key == id } }

    /// All keys of a name.
    func keys(of name: [UInt8]) -> [WrappedKey] { byName[name] ?? [] }

    mutating func append(_ key: WrappedKey) { byName[key.name, default: []].append(key) }

    mutating func replace(_ change: (WrappedKey) throws(VaultFault) -> WrappedKey) throws(VaultFault) {
        var changed = KeyShard()
        for key in keys { changed.append(try change(key)) }
        self = changed
    }

    /// Removes all keys of a name.
    /// - Returns: whether it had one.
    mutating func remove(_ name: [UInt8]) -> Bool { byName.removeValue(forKey: name) != nil }
}

/// The form of a file: a line that says what it is, then each key as five parts with their lengths before them.
extension KeyShard {
    private static let opening = Array("homeward keys 1\n".utf8)

    /// The bytes of the file.
    var encoded: [UInt8] {
        var encoder = SealedPlace.Encoder()
        for key in keys {
            encoder.append(key.name)
            encoder.append(text: key.key.text)
            encoder.append(text: key.master.text)
            encoder.append([key.isInForce ? 1 : 0])
            encoder.append(key.bytes)
        }
        return KeyShard.opening + encoder.bytes
    }

    /// The keys of a file; nil when it has another form, or was cut.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: KeyShard.opening) else { return nil }
        var reader = PartReader(bytes.dropFirst(KeyShard.opening.count))
        while !reader.isAtEnd {
            guard let name = reader.next(), let key = reader.next().flatMap(KeyShard.id),
                let master = reader.next().flatMap(KeyShard.id), let force = reader.next(), force.count == 1,
                let wrapped = reader.next()
            else { return nil }
            append(WrappedKey(name: name, key: key, master: master, isInForce: force == [1], bytes: wrapped))
        }
    }

    private static func id(_ bytes: [UInt8]) -> KeyID? { KeyID(String(decoding: bytes, as: UTF8.self)) }
}

/// Reads what ``SealedPlace/Encoder`` has put behind one another.
struct PartReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next part; nil when there is none, or not all of it.
    mutating func next() -> [UInt8]? {
        guard rest.count >= 4 else { return nil }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard rest.count - 4 >= length else { return nil }
        let part = Array(rest.dropFirst(4).prefix(length))
        rest = rest.dropFirst(4 + length)
        return part
    }
}
