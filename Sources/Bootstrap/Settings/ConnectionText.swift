/// A connection string of libpq, taken apart as far as a role has to be put in. It may hold a password: it never shows
/// itself.
struct ConnectionText: Hashable, Sendable {
    private enum Form: Hashable {
        case keywords([Keyword])
        case address(base: String, query: [Keyword])
    }

    private struct Keyword: Hashable {
        var name: String
        var value: String
    }

    private var form: Form

    /// Reads `host=... dbname=...` or `postgresql://...`; nil when it is neither.
    init?(_ text: String) {
        if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
            guard let form = ConnectionText.address(text) else { return nil }
            self.form = form
        } else {
            guard let keywords = ConnectionText.keywords(text), !keywords.isEmpty else { return nil }
            form = .keywords(keywords)
        }
    }

    /// The string for libpq, with every session in a role from its beginning. Options that the string has already are
    /// kept; where they name a role, this one wins.
    func text(inRole role: String) -> String {
        let option = "-c role=\(role)"
        switch form {
        case .keywords(let keywords):
            return ConnectionText.merged(keywords, option)
                .map { "\($0.name)=\(ConnectionText.quoted($0.value))" }.joined(separator: " ")
        case .address(let base, let query):
            let parameters = ConnectionText.merged(query, option)
                .map { "\($0.name)=\(ConnectionText.percentEncoded($0.value))" }.joined(separator: "&")
            return "\(base)?\(parameters)"
        }
    }

    /// The string for libpq as it was given.
    var text: String {
        switch form {
        case .keywords(let keywords):
            keywords.map { "\($0.name)=\(ConnectionText.quoted($0.value))" }.joined(separator: " ")
        case .address(let base, let query):
            query.isEmpty
                ? base
                : "\(base)?"
                    + query.map { "\($0.name)=\(ConnectionText.percentEncoded($0.value))" }.joined(separator: "&")
        }
    }

    private static func merged(_ keywords: [Keyword], _ option: String) -> [Keyword] {
        var keywords = keywords
        let options = (keywords.filter { $0.name == "options" }.map(\.value).suffix(1) + [option]).joined(
            separator: " ")
        keywords.removeAll { $0.name == "options" }
        return keywords + [Keyword(name: "options", value: options)]
    }
}

extension ConnectionText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "a connection string (withheld)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension ConnectionText {
    private static func address(_ text: String) -> Form? {
        guard let mark = text.firstIndex(of: "?") else { return .address(base: text, query: []) }
        var query: [Keyword] = []
        for part in text[text.index(after: mark)...].split(separator: "&") {
            guard let equals = part.firstIndex(of: "="),
                let value = percentDecoded(part[part.index(after: equals)...])
            else { return nil }
            query.append(Keyword(name: String(part[..<equals]), value: value))
        }
        return .address(base: String(text[..<mark]), query: query)
    }

    /// `name = value` pairs; a value may stand in single quotes, and a backslash takes the next character as it is.
    private static func keywords(_ text: String) -> [Keyword]? {
        var rest = text.unicodeScalars[...]
        var keywords: [Keyword] = []
        func skipSpaces() { rest = rest.drop { $0.properties.isWhitespace } }
        skipSpaces()
        while !rest.isEmpty {
            let name = rest.prefix { $0 != "=" && !$0.properties.isWhitespace }
            rest = rest.dropFirst(name.count)
            skipSpaces()
            guard !name.isEmpty, rest.popFirst() == "=" else { return nil }
            skipSpaces()
            guard let value = takeValue(&rest) else { return nil }
            keywords.append(Keyword(name: String(String.UnicodeScalarView(name)), value: value))
            skipSpaces()
        }
        return keywords
    }

    private static func takeValue(_ rest: inout String.UnicodeScalarView.SubSequence) -> String? {
        let isQuoted = rest.first == "'"
        if isQuoted { rest.removeFirst() }
        var value = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            if scalar == "\\" {
                guard let next = rest.popFirst() else { return isQuoted ? nil : String(value) }
                value.append(next)
            } else if isQuoted ? scalar == "'" : scalar.properties.isWhitespace {
                return String(value)
            } else {
                value.append(scalar)
            }
        }
        return isQuoted ? nil : String(value)
    }

    private static func quoted(_ value: String) -> String {
        "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }

    private static func percentEncoded(_ value: String) -> String {
        value.utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            if byte < 0x80,
                Character(scalar).isLetter || Character(scalar).isNumber || "-._~/".contains(Character(scalar))
            {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }

    private static func percentDecoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
