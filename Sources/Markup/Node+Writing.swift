extension Node {
    /// The node as HTML text (SVG inside HTML included).
    package var html: String {
        var scalars = String.UnicodeScalarView()
        write(into: &scalars)
        return String(scalars)
    }

    private func write(into out: inout String.UnicodeScalarView) {
        switch self {
        case .text(let text): Node.escape(text, into: &out)
        case .fragment(let nodes): for node in nodes { node.write(into: &out) }
        case .element(let element): element.write(into: &out) { $0.write(into: &$1) }
        }
    }

    /// Writes text so that no scalar of it can end a text or an attribute, or turn round the text after it. Scalars that
    /// HTML does not allow become the replacement character.
    static func escape(_ text: String, into out: inout String.UnicodeScalarView) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "'": out.append(contentsOf: "&#39;".unicodeScalars)
            default: out.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
    }

    /// Whether a scalar may stand in a page: no control but tab and line breaks, nothing that embeds, overrides or
    /// isolates a direction of writing, no noncharacter.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": true
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": false
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": false
        default: !scalar.properties.isNoncharacterCodePoint
        }
    }
}

extension Element {
    /// Elements of HTML that never have content and are written without an end.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
    ]

    /// Whether it only names a file of our own that is a program: there is no text in it that could be one.
    private var isOwnScript: Bool {
        name.text == "script" && content.isEmpty
            && attributes.contains { $0.name.text == "src" && $0.value?.hasPrefix("/assets/") ?? false }
    }

    func write(into out: inout String.UnicodeScalarView, _ inner: (Node, inout String.UnicodeScalarView) -> Void) {
        guard name.isWrittenAsElement || isOwnScript else { return }
        out.append("<")
        out.append(contentsOf: name.text.unicodeScalars)
        for attribute in attributes where attribute.name.isWrittenAsAttribute {
            out.append(" ")
            out.append(contentsOf: attribute.name.text.unicodeScalars)
            guard let value = attribute.value else { continue }
            out.append(contentsOf: "=\"".unicodeScalars)
            Node.escape(value, into: &out)
            out.append("\"")
        }
        out.append(">")
        guard !Element.void.contains(name.text) else { return }
        for node in content { inner(node, &out) }
        out.append(contentsOf: "</".unicodeScalars)
        out.append(contentsOf: name.text.unicodeScalars)
        out.append(">")
    }
}
