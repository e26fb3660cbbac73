/// Tells our own addresses from all others, so that no text from outside can become a script or lead away.
enum OwnAddress {
    /// What stands in the place of an address that is not ours.
    static let nowhere = "#"

    /// Whether a value is a path, a query or a place of our own: it begins with `/`, `?` or `#`.
    ///
    /// Two slashes lead to another host. Browsers take `\\` for `/` and leave out tabs and line breaks before they look,
    /// so these make an address foreign wherever they stand.
    static func isOwn(_ value: String) -> Bool {
        var scalars = value.unicodeScalars.makeIterator()
        let (first, second) = (scalars.next(), scalars.next())
        guard let first, first == "/" || first == "?" || first == "#", !(first == "/" && second == "/") else {
            return false
        }
        return value.unicodeScalars.allSatisfy { $0 > " " && $0 != "\\" && $0 != "\u{7F}" }
    }
}

extension StaticName {
    /// Whether a browser goes where an attribute of this name says.
    var holdsAddress: Bool {
        ["href", "src", "action", "formaction", "xlink:href", "poster", "cite", "data", "manifest"].contains(text)
    }

    /// Whether an attribute of this name is written. Those that hold programs or styles are not, whatever they say.
    var isWrittenAsAttribute: Bool {
        !text.hasPrefix("on") && !["style", "srcdoc", "srcset", "ping"].contains(text)
    }

    /// Whether an element of this name is written. Those whose content is no markup to a browser are not: what is
    /// escaped everywhere else would be a program or a style there.
    var isWrittenAsElement: Bool {
        ![
            "script", "style", "iframe", "object", "embed", "base", "template", "xmp", "noscript", "noembed",
            "noframes",
            "plaintext",
        ].contains(text)
    }
}
