extension String {
    /// Whether there is nothing in it to read.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
