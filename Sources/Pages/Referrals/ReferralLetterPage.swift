import CivilDate
import Intervention
import Markup
import Practice

/// The letter about a decision, to be printed. It has no address: whoever sends it writes that on the envelope, and one that
/// must not be told is in no letter.
package struct ReferralLetterPage: Sendable {
    private let sheet: ReferralSheet
    private let decision: DatedScreening

    /// A letter; nil while nothing is decided.
    package init?(_ sheet: ReferralSheet) {
        guard let decision = sheet.facts.decision else { return nil }
        self.sheet = sheet
        self.decision = decision
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Letter about \(sheet.ref)",
            [
                el("p", [.class("scope")], .text("\(sheet.site), \(DayText.long(sheet.day))")),
                el("h1", [], .text("Our decision about the referral of \(sheet.name ?? "your child")")),
                el("p", [], .text("Our reference: \(sheet.ref). Private and confidential.")),
            ] + paragraphs.map { el("p", [], .text($0)) })
    }

    private var paragraphs: [String] {
        let who = sheet.name ?? "the child"
        let referred = "\(who) was referred to \(sheet.model.title) on \(DayText.long(sheet.facts.referredOn))."
        switch decision.screening.verdict {
        case .accepted:
            let next =
                sheet.facts.assignment?.therapist == nil
                ? "As soon as a therapist has room, we will write or ring to arrange a first meeting."
                : "A therapist of the team will ring to arrange a first meeting."
            return [referred, "On \(DayText.long(decision.on)) the referral was accepted.", next]
        case .declined(let reason):
            let why =
                "On \(DayText.long(decision.on)) it was decided that this is not the right service now. \(sentence(of: reason))"
            return [referred, why, onward]
        }
    }

    private var onward: String {
        switch decision.screening.onward {
        case nil, OnwardService.none?: "If things change, the family can be referred again."
        case .other?: "Another service was asked to help. If things change, the family can be referred again."
        case .otherMST?: "Another MST team was asked to help."
        case let service?:
            "We suggested: \(service.title.lowercased()). If things change, the family can be referred again."
        }
    }

    private func sentence(of reason: DeclineReason) -> String {
        switch reason {
        case .notSuitable: "The difficulties are others than those that this treatment is for."
        case .noCapacity: "The team has no room."
        case .familyDeclined: "The family did not want it."
        case .outOfArea: "The family lives outside the area that the team works in."
        case .age: "The treatment is for another age."
        case .noCaregiver: "The treatment works with carers, and nobody could take that part."
        case .alreadyPlaced: "The child lives away from home, and no return is planned."
        case .otherService: "Another service already works with the family."
        case .other: "We will explain the reason on the telephone."
        }
    }
}
