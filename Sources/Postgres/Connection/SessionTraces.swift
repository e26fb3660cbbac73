/// Tells from a statement's text whether it may leave something in the session that outlives its transaction: settings,
/// locks, temporary tables, listening. A lent connection is only made clean again when one did, which keeps the ordinary
/// path free of round trips. What a function of the schema does inside is not seen: ours leave nothing.
enum SessionTraces {
    /// Commands that leave nothing by themselves.
    private static let harmlessVerbs: Set<String> = [
        "select", "insert", "update", "delete", "merge", "with", "values", "table", "begin", "start", "commit", "end",
        "rollback", "abort", "savepoint", "release", "show", "lock", "notify", "explain", "truncate", "fetch", "close",
    ]

    /// Words that make a harmless command leave something.
    private static let tracks = ["advisory_lock", "into temp", "setseed", "dblink", "lo_open"]

    /// True unless the text is known to leave nothing.
    static func mayBeLeft(by sql: String) -> Bool {
        let text = sql.lowercased()
        guard let verb = firstWord(of: text), harmlessVerbs.contains(verb) else { return true }
        return tracks.contains { text.contains($0) } || settingsMayBeLeft(by: text)
    }

    /// True unless every `set_config` has `true` for its last argument, and so ends with the transaction.
    private static func settingsMayBeLeft(by text: String) -> Bool {
        text.split(separator: "set_config", omittingEmptySubsequences: false).dropFirst().contains { call in
            guard let end = endOfArguments(call) else { return true }
            return !call[..<end].hasSuffix(", true")
        }
    }

    /// Where the bracket closes that a call begins with; nil when it does not, or has no end.
    private static func endOfArguments(_ call: Substring) -> Substring.Index? {
        guard call.first == "(" else { return nil }
        var (depth, isQuoted) = (0, false)
        for index in call.indices {
            switch call[index] {
            case "'": isQuoted.toggle()
            case "(" where !isQuoted: depth += 1
            case ")" where !isQuoted:
                depth -= 1
                if depth == 0 { return index }
            default: continue
            }
        }
        return nil
    }

    /// The first word after blanks, opening brackets and comments to the end of the line.
    private static func firstWord(of text: String) -> String? {
        var rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace || first == "(" {
                rest = rest.dropFirst()
            } else if rest.hasPrefix("--") {
                rest = rest.drop { !$0.isNewline }
            } else {
                let word = rest.prefix { $0.isLetter }
                return word.isEmpty ? nil : String(word)
            }
        }
        return nil
    }
}
