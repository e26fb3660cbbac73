/// The statements that the server keeps prepared for one connection. The least recently used one makes room.
struct StatementCache {
    /// What makes two statements the same: the text and the types of the values.
    struct Key: Hashable {
        let sql: String
        let types: [UInt32]
    }

    /// One prepared statement.
    final class Entry {
        let key: Key
        /// The name that the server knows it by; never used twice on a connection.
        let name: String
        /// False until the server has confirmed it.
        fileprivate(set) var isPrepared = false
        /// Known from the first result on.
        var columns: Columns?
        let leavesTraces: Bool
        fileprivate var lastUse: UInt64 = 0

        fileprivate init(key: Key, name: String) {
            self.key = key
            self.name = name
            leavesTraces = SessionTraces.mayBeLeft(by: key.sql)
        }
    }

    let capacity: Int
    private var entries: [Key: Entry] = [:]
    /// The one used last: it is mostly the next one too, and then nothing needs to be hashed.
    private var latest: Entry?
    private var uses: UInt64 = 0
    private var names: UInt64 = 0
    /// Names that the server still keeps and nobody will use again.
    private(set) var discarded: [String] = []

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    var count: Int { entries.count }

    /// The entry for a statement; a new one, not yet prepared, when there is none.
    mutating func entry(for statement: Statement) -> Entry {
        if let known = knownEntry(for: statement) { return known }
        let key = Key(sql: statement.sql, types: statement.binds.types)
        if entries.count >= capacity { makeRoom() }
        names += 1
        let entry = Entry(key: key, name: "homeward_\(names)")
        entry.lastUse = uses
        entries[key] = entry
        latest = entry
        return entry
    }

    /// The server has prepared the entry; it may have been given up meanwhile, in the same round of statements.
    mutating func confirm(_ entry: Entry) {
        entry.isPrepared = true
        if entries[entry.key] !== entry { discarded.append(entry.name) }
    }

    /// Gives an entry up. A name that the server knows is kept to be deallocated.
    mutating func forget(_ entry: Entry) {
        guard entries[entry.key] === entry else { return }
        entries[entry.key] = nil
        if latest === entry { latest = nil }
        if entry.isPrepared { discarded.append(entry.name) }
    }

    /// The entry of a statement that the server has prepared, when nothing has to be sent before it; nil otherwise.
    mutating func readyEntry(for statement: Statement) -> Entry? {
        guard discarded.isEmpty, let entry = knownEntry(for: statement), entry.isPrepared else { return nil }
        return entry
    }

    private mutating func knownEntry(for statement: Statement) -> Entry? {
        uses += 1
        if let latest, latest.key.sql == statement.sql, latest.key.types == statement.binds.types {
            latest.lastUse = uses
            return latest
        }
        guard let entry = entries[Key(sql: statement.sql, types: statement.binds.types)] else { return nil }
        entry.lastUse = uses
        latest = entry
        return entry
    }

    /// The names to deallocate now.
    mutating func takeDiscarded() -> [String] {
        guard !discarded.isEmpty else { return [] }
        defer { discarded = [] }
        return discarded
    }

    private mutating func makeRoom() {
        guard let oldest = entries.values.min(by: { $0.lastUse < $1.lastUse }) else { return }
        forget(oldest)
    }
}
