/// What can stand as the name of a site, of a prospective site and of who holds a licence.
enum SiteName {
    /// What is wrong with a name, as the end of a sentence; nil when nothing is.
    static func flaw(in text: String) -> String? {
        if !text.contains(where: { !$0.isWhitespace }) { return "write what people call it" }
        if text.unicodeScalars.count > longest {
            return "it has \(text.unicodeScalars.count) characters, and a name at most \(longest)"
        }
        return text.unicodeScalars.contains(where: turnsTheLine)
            ? "it has a character that is not seen or breaks the line; write it on one line, in letters that show" : nil
    }

    /// How many characters a name has at most.
    private static let longest = 200

    private static func turnsTheLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
