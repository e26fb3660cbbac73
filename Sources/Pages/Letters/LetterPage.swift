import CivilDate
import Intervention
import Markup
import Practice

/// A letter about a family, to be printed. It has no address: whoever sends it writes that on the envelope, and one that
/// must not be told is in no letter.
package struct LetterPage: Sendable {
    /// Where the letters are, and what their fields are called.
    package enum Address {
        /// Letters about a referral.
        package static let referral = ReferralsPage.Address.letter
        /// Letters about a family that was accepted.
        package static let family = "/episode/letter"
        /// The letter that says when and where to meet.
        package static let appointment = "/episode/appointment"
        /// Which letter.
        package static let kind = "kind"

        /// Where a letter about a family is.
        static func of(_ kind: LetterKind, _ ref: EpisodeRef, at site: String) -> String {
            let page = kind == .appointment ? appointment : kind.isOfReferral ? referral : family
            let query = FamilyText.address(page, ref, at: site)
            return kind == .appointment ? query : "\(query)&\(Address.kind)=\(kind.rawValue)"
        }
    }

    private let sheet: LetterSheet
    /// What it is about, in a line.
    package let subject: String
    /// What it says.
    package let paragraphs: [String]

    /// A letter; nil where there is nothing to write of.
    package init?(_ kind: LetterKind, _ sheet: LetterSheet) {
        guard kind.applies(to: sheet.facts, hasDied: sheet.diedOn != nil) else { return nil }
        let words = LetterWords(sheet: sheet)
        switch kind {
        case .acknowledgement: self.init(sheet, words.acknowledgement)
        case .decision: self.init(sheet, words.decision)
        case .closing: self.init(sheet, words.closing)
        case .appointment: return nil
        }
    }

    /// The letter that says when and where to meet.
    package init(_ sheet: LetterSheet, meeting: LetterMeeting) {
        self.init(sheet, LetterWords(sheet: sheet).appointment(meeting))
    }

    private init(_ sheet: LetterSheet, _ words: (subject: String, paragraphs: [String])) {
        self.sheet = sheet
        (subject, paragraphs) = words
    }

    /// The page in its frame. What leads back from it is not printed.
    /// - Parameter page: the page that led to it, of the referral or of the family.
    package func document(in frame: PageFrame, from page: Origin, at site: String) -> Document {
        let back = FamilyText.address(page.address, sheet.ref, at: site)
        return frame.document(
            title: "Letter about \(sheet.ref)",
            [
                el(
                    "p", [.class("ways")], el("a", [.href(back)], .text("Back to \(sheet.ref)")),
                    el("span", [], "Print it from your browser: the letter alone comes onto the paper.")),
                el(
                    "article", [.class("letter")],
                    each: [
                        el("p", [.class("sender")], each: [el("strong", [], .text(sheet.site))] + lines),
                        el("p", [.class("confidential")], "Private and confidential"),
                        el("p", [], .text(DayText.long(sheet.day)), el("br"), .text("Our reference: \(sheet.ref)")),
                        el("h1", [], .text(subject)),
                    ] + paragraphs.map { el("p", [], .text($0)) } + [
                        el("p", [.class("signature")], "Signed:"), el("p", [], .text("For \(sheet.site)")),
                    ]),
            ])
    }

    /// Which page a letter belongs to.
    package enum Origin: Sendable {
        /// The page of a referral.
        case referral
        /// The page of a family.
        case family

        fileprivate var address: String {
            switch self {
            case .referral: ReferralsPage.Address.one
            case .family: EpisodePage.Address.page
            }
        }
    }

    private var lines: [Node] { sheet.letterhead.map { [el("br"), .text($0)] } }

    /// The ways to the letters that can be written about a family.
    static func links(
        _ kinds: [LetterKind], about facts: EpisodeFacts, hasDied: Bool, _ ref: EpisodeRef, at site: String
    ) -> [Node] {
        let kinds = kinds.filter { $0.applies(to: facts, hasDied: hasDied) }
        guard !kinds.isEmpty else { return [] }
        return [
            el("h2", [.id("letters")], "Letters to print"),
            el(
                "ul", [.class("letters")],
                each: kinds.map { el("li", [], el("a", [.href(Address.of($0, ref, at: site))], .text($0.title))) }),
        ]
    }
}
