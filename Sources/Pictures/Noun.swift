/// What is counted, in words: one and several of it.
package struct Noun: Hashable, Sendable {
    /// One of them: `site`.
    let one: String
    /// Several: `sites`.
    let several: String

    /// Words for what is counted.
    package init(_ one: String, _ several: String) {
        (self.one, self.several) = (one, several)
    }

    /// A count with its word: `24 sites`.
    func counted(_ count: Int) -> String { "\(count) \(count == 1 ? one : several)" }

    /// Names in a sentence, the first so many of them.
    static func list(_ names: [String], most: Int) -> String {
        guard names.count > most else { return names.joined(separator: ", ") }
        return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
    }
}
