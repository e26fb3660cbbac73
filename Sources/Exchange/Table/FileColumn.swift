/// The columns of a kind of file. The raw values are the names on line 1, the order is the documented one.
package protocol FileColumn: CaseIterable, Comparable, Hashable, RawRepresentable<String>, Sendable
where AllCases == [Self] {
    /// The kind of file that has these columns.
    static var kind: FileKind { get }

    /// The columns of which every file has at least one; empty when there are none such.
    static var alternatives: [Self] { get }

    /// The columns that a file tells of that has these: one may be another way to write another.
    static func meant(by columns: Set<Self>) -> Set<Self>

    /// The place of each column in the documented order, from 0.
    static var positions: [Self: Int] { get }

    /// Whether every row must have a value.
    var isRequired: Bool { get }

    /// What stands in the column, in a few words.
    var meaning: String { get }
}

extension FileColumn {
    /// No column stands in for another.
    package static var alternatives: [Self] { [] }

    /// Each column tells of itself alone.
    package static func meant(by columns: Set<Self>) -> Set<Self> { columns }

    /// The one further column that a file may have, and that is passed over: the reasons that Homeward writes into a file of
    /// rejected rows, so that a mended file needs no column cut off.
    package static var reasons: String { "problems" }

    /// The place of the column in the documented order, from 0.
    var position: Int { Self.positions[self] ?? 0 }

    /// The places of all columns, to be kept by each kind.
    static func places() -> [Self: Int] { Dictionary(uniqueKeysWithValues: zip(allCases, 0...)) }

    package static func < (left: Self, right: Self) -> Bool { left.position < right.position }
}
