extension String {
    /// Whether the text can stand as a name in a list: one line, not blank, at most 200 characters, and nothing unseen
    /// that would turn or split the line.
    var isNameOfOneLine: Bool {
        let isPlain = !unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        return isPlain && unicodeScalars.count <= 200 && contains { !$0.isWhitespace }
    }
}
