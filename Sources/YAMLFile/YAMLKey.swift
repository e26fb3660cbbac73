/// The keys of a mapping: an enumeration whose raw values stand in the file.
package protocol YAMLKey: RawRepresentable<String>, CaseIterable, Hashable {
    /// The keys that may be left out.
    static var optional: Set<Self> { get }
}

extension YAMLKey {
    /// None: a list without an entry is written as `[]`.
    package static var optional: Set<Self> { [] }
}
