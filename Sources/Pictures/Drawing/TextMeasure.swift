/// How wide text may become, whatever typeface a reader has: rather too wide than too narrow.
enum TextMeasure {
    /// The height of letters, in units of the drawing. A telephone shows it at about three quarters.
    static let size = 13.0
    /// How much height a line of text takes.
    static let line = 16.0

    /// The width of a text.
    static func width(of text: String) -> Double { text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size }

    /// The text, cut with an ellipsis where it would be wider. Line breaks are spaces.
    static func fitted(_ text: String, to most: Double) -> String {
        let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
        guard width(of: line) > most else { return line }
        var (kept, left) = (String.UnicodeScalarView(), most - width(of: "…"))
        for scalar in line.unicodeScalars {
            left -= width(of: scalar) * size
            guard left >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }

    /// In heights of letters.
    private static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!": 0.35
        case "m", "w", "M", "W", "%", "@": 0.95
        case "A"..."Z": 0.74
        case "\u{20}"..."\u{7E}": 0.6
        default: 1
        }
    }
}
