import CivilDate
import Intervention
import Vault

/// Whom particulars are of.
package enum PersonTarget: Hashable, Sendable {
    /// A child of the site.
    case child(ChildRef)
    /// Somebody of the family of a child who is not recorded yet.
    case family(of: ChildNaming, Kinship)
    /// Somebody who is recorded.
    case person(PersonID)
}

/// A person as they may be shown. It does not print.
package struct PersonSheet: Hashable, Sendable {
    /// Somebody whom the person belongs to.
    package struct Relative: Hashable, Sendable {
        /// Who it is.
        package let person: PersonID
        /// The name; nil when none is kept.
        package let name: String?
        /// What the one who is not the child is to the child.
        package let kinship: Kinship
        /// Whether the relative is the child.
        package let isChild: Bool
    }

    /// The id.
    package let person: PersonID
    /// What tells apart what is kept of the person at two moments.
    package let version: StreamSeq
    /// The site's reference, for a child.
    package let ref: ChildRef?
    /// The particulars.
    package let particulars: Particulars
    /// The addresses, the latest first; the sensitive ones are withheld.
    package let addresses: [PersonAddress]
    /// The family.
    package let relatives: [Relative]
}

extension PersonSheet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a person (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Somebody who was found. It does not print.
package struct PersonHit: Hashable, Sendable {
    /// The id.
    package let person: PersonID
    /// The particulars.
    package let particulars: Particulars
    /// The site's references of the child, or of the children that the person belongs to.
    package let children: [ChildRef]
    /// Whether it is a child.
    package let isChild: Bool

    /// The full name; nil when none is kept.
    package var name: String? { particulars.name }
    /// The day of birth; nil when it is not known.
    package var birthDate: CivilDate? { particulars.birthDate }
}

extension PersonHit: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "somebody who was found (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What a search gave: the best first.
package struct SearchResult: Hashable, Sendable {
    /// The most that are shown.
    package static let most = 200

    /// Those who were found, at most ``most``.
    package let hits: [PersonHit]
    /// Whether there were more.
    package let isCut: Bool

    /// Those of a search who matter to whoever asked.
    package func only(_ isWanted: (PersonHit) -> Bool) -> SearchResult {
        SearchResult(hits: hits.filter(isWanted), isCut: isCut)
    }
}

extension Particulars {
    /// What is kept, by the names that programs know: nil for what is not.
    fileprivate var named: [(name: String, text: String?)] {
        [
            ("name", name), ("otherName", otherName), ("birthDate", birthDate.map { "\($0)" }),
            ("telephone", telephone), ("email", email), ("nhsNumber", nhsNumber?.digits), ("upn", upn?.text),
        ]
    }
}

extension PersonSheet {
    /// The particulars by the names that programs know.
    package var named: [(name: String, text: String?)] { particulars.named }

    /// The addresses as they may be told; no text where one must not be.
    package var told: [(text: String?, isSensitive: Bool, from: CivilDate?, until: CivilDate?)] {
        addresses.map { ($0.text, $0.isSensitive, $0.from, $0.until) }
    }
}

extension PersonSheet.Relative {
    /// What the one who is not the child is to the child, in a word.
    package var word: String { kinship.rawValue }
}

extension PersonHit {
    /// The particulars by the names that programs know.
    package var named: [(name: String, text: String?)] { particulars.named }
}
