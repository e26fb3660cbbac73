/// Plain text in sections of bounded length, in lines that no reader of mail breaks.
struct DigestSections {
    private var lines: [String]

    /// - Parameter opening: the first paragraph.
    init(_ opening: String) { lines = DigestSections.wrapped(opening) }

    /// Each line ended.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// Adds a section with a line or more for each item; none without an item.
    /// - Parameter count: how many there are of what the section tells; nil for as many as items.
    mutating func add<Item>(
        _ title: String, _ items: [Item], counting count: Int? = nil, _ text: (Item) -> [String]
    ) {
        guard !items.isEmpty else { return }
        lines += ["", "\(title): \(count ?? items.count)"]
        for item in items.prefix(DigestSections.most) { lines += text(item).map { "  " + $0 } }
        if items.count > DigestSections.most { lines.append("  and \(items.count - DigestSections.most) more") }
    }

    /// Adds the last paragraph.
    mutating func end(_ paragraph: String) { lines += [""] + DigestSections.wrapped(paragraph) }

    /// Words in lines of at most 72 columns, two of which are left for the indent of a list.
    static func wrapped(_ text: String, indent: Int = 0) -> [String] {
        let space = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !line.isEmpty, line.count + 1 + word.count + indent > width - 2 {
                lines.append(space + line)
                line = String(word)
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines + (line.isEmpty ? [] : [space + line])
    }

    /// Columns of plain mail that no reader breaks; our decision.
    private static let width = 72
    /// Lines of a section, beyond which it only counts; our decision.
    private static let most = 40
}
