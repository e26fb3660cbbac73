import Foundation

/// Names as they are compared: without case, marks, apostrophes and hyphens, so that `O'Brien` is found by `obrien` and
/// `Zoë` by `ZOE`.
package enum FoldedName {
    /// How many letters of a part make its beginning.
    static let beginningLength = 3

    /// The parts of a name, in order: what blanks and hyphens part. A part with an apostrophe stands whole and in pieces.
    package static func parts(of name: String) -> [String] {
        var parts: [String] = []
        for word in folded(name).split(whereSeparator: { separators.contains($0) }) {
            let pieces = word.split(whereSeparator: { apostrophes.contains($0) })
            let whole = pieces.joined()
            for part in pieces.count > 1 ? [whole] + pieces.map(String.init) : [whole] {
                if !part.isEmpty, !parts.contains(part) { parts.append(part) }
            }
        }
        return parts
    }

    /// The parts of what somebody looks for: a part with an apostrophe stands whole.
    package static func wanted(in text: String) -> [String] {
        folded(text).split(whereSeparator: { separators.contains($0) })
            .map { $0.filter { !apostrophes.contains($0) } }
            .filter { !$0.isEmpty }
    }

    /// The beginning of a part; nil when it is shorter than one.
    static func beginning(of part: String) -> String? {
        part.count >= beginningLength ? String(part.prefix(beginningLength)) : nil
    }

    private static let apostrophes: Set<Character> = ["'", "\u{2019}", "\u{2018}", "\u{02BC}", "`", "\u{00B4}"]
    private static let separators: Set<Character> = [
        " ", "\u{00A0}", "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", ",", ".", "\t",
    ]

    /// Letters that carry no mark that could be taken away.
    private static let plain: [Character: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    ]

    private static func folded(_ text: String) -> String {
        let bare = text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(bare)).reduce(into: "") { $0 += plain[$1] ?? String($1) }
    }
}
