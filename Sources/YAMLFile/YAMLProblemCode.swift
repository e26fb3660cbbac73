/// The kinds of mistake of one kind of file: those that every file can have, and its own.
package protocol YAMLProblemCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The file is longer than any of its kind needs to be.
    static var tooLong: Self { get }
    /// A line is no text.
    static var notUTF8: Self { get }
    /// The file is no YAML, or not one document of it.
    static var notYAML: Self { get }
    /// A value where a list should be, and the like.
    static var wrongKind: Self { get }
    /// A key that does not exist.
    static var unknownKey: Self { get }
    /// A key that must stand there.
    static var missingKey: Self { get }
    /// A key without a value.
    static var missingValue: Self { get }
    /// A line of text that is too long, empty or more than one line.
    static var badLine: Self { get }
    /// A number that is none.
    static var badNumber: Self { get }
    /// A word that is not in its closed list.
    static var unknownWord: Self { get }
}
