/// Something that a person is found by. It does not print.
struct SearchTerm: Hashable, Sendable {
    /// The kinds of terms.
    enum Kind: String {
        case nhsNumber = "nhs-number"
        case upn
        case namePart = "name-part"
        case nameBeginning = "name-beginning"
    }

    let kind: Kind
    let text: String

    /// All that a person of these particulars is found by.
    static func all(of particulars: Particulars) -> Set<SearchTerm> {
        var terms: Set<SearchTerm> = []
        if let number = particulars.nhsNumber { terms.insert(SearchTerm(kind: .nhsNumber, text: number.digits)) }
        if let number = particulars.upn { terms.insert(SearchTerm(kind: .upn, text: number.text)) }
        for name in [particulars.name, particulars.otherName] {
            for part in name.map(FoldedName.parts) ?? [] {
                terms.insert(SearchTerm(kind: .namePart, text: part))
                if let beginning = FoldedName.beginning(of: part) {
                    terms.insert(SearchTerm(kind: .nameBeginning, text: beginning))
                }
            }
        }
        return terms
    }

    /// What is looked for when somebody asks for a text: a number when it is one, or else each part of a name by its
    /// beginning. Nothing when the text has neither.
    static func wanted(in text: String) -> [SearchTerm] {
        if let number = try? NHSNumber(text) { return [SearchTerm(kind: .nhsNumber, text: number.digits)] }
        if let number = try? PupilNumber(text) { return [SearchTerm(kind: .upn, text: number.text)] }
        return FoldedName.wanted(in: text).map { part in
            FoldedName.beginning(of: part).map { SearchTerm(kind: .nameBeginning, text: $0) }
                ?? SearchTerm(kind: .namePart, text: part)
        }
    }
}

extension SearchTerm: CustomStringConvertible, CustomReflectable {
    var description: String { "a search term (withheld)" }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
