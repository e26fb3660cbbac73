/// Something in the bytes of a file that RFC 4180 or UTF-8 does not allow.
package struct CSVFault: Error, Hashable, Sendable {
    /// What kind of thing it is.
    package enum Kind: Hashable, Sendable {
        /// Bytes that are not UTF-8.
        case notUTF8
        /// A byte of value zero.
        case nulByte
        /// A quote inside a cell that does not begin with one, or text after the quote that closes a cell.
        case strayQuote
        /// A quote that is opened and never closed: what follows it cannot be told apart.
        case unclosedQuote
    }

    /// What kind of thing it is.
    package let kind: Kind

    /// The line on which the byte stands; for an unclosed quote the line on which the quote was opened.
    package let line: FileLine

    /// The cell of the record in which it stands, from 0.
    package let cell: Int

    /// A fault by its parts.
    package init(kind: Kind, line: FileLine, cell: Int) {
        self.kind = kind
        self.line = line
        self.cell = cell
    }
}
