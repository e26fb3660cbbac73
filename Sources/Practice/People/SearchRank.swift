import Vault

/// How well somebody fits what was asked for: those with every part of the name in full come before those whose parts only
/// begin so, and these before those who share the first letters.
struct SearchRank: Comparable {
    private let inFull: Int
    private let begun: Int
    private let name: String

    /// - Parameter wanted: the folded parts that were asked for; none when it was a number.
    init(of particulars: Particulars, for wanted: [String]) {
        let parts = [particulars.name, particulars.otherName].flatMap { $0.map(FoldedName.parts) ?? [] }
        inFull = wanted.count { parts.contains($0) }
        begun = wanted.count { part in parts.contains { $0.hasPrefix(part) } }
        name = FoldedName.parts(of: particulars.name ?? "").joined(separator: " ")
    }

    static func < (lhs: SearchRank, rhs: SearchRank) -> Bool {
        (rhs.inFull, rhs.begun, lhs.name) < (lhs.inFull, lhs.begun, rhs.name)
    }
}
