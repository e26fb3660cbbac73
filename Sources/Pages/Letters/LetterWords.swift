import CivilDate
import Intervention
import Practice

/// What letters say, in our own words: codes of the record as sentences, and nothing that was written about the family.
struct LetterWords {
    let sheet: LetterSheet

    private var facts: EpisodeFacts { sheet.facts }
    private var who: String { sheet.name ?? "the child" }
    private var treatment: String { sheet.model.title }

    /// What is said in the place of what would come next, when nothing comes next.
    private var died: String? { sheet.diedOn.map { "\(who.capitalizedFirst) died on \(DayText.long($0))." } }

    private var referred: String {
        "\(who.capitalizedFirst) was referred to \(treatment) on \(DayText.long(facts.referredOn))."
    }

    var acknowledgement: (subject: String, paragraphs: [String]) {
        let next =
            facts.decision == nil
            ? "We look at whether this treatment fits what the family needs. When that is decided, we will write again."
            : "What was decided stands in a letter of its own."
        return (
            "We received the referral of \(sheet.name ?? "a child")",
            [referred]
                + (died.map { ["Thank you for the referral.", $0] }
                    ?? [
                        "Thank you for the referral. \(next)",
                        "Tell us when something changes for the family, or \(reach).",
                    ])
        )
    }

    private var reach: String {
        sheet.letterhead.isEmpty ? "when you have a question" : "when you have a question: how to reach us stands above"
    }

    var decision: (subject: String, paragraphs: [String]) {
        let subject = "Our decision about the referral of \(sheet.name ?? "your child")"
        guard let decision = facts.decision else { return (subject, [referred]) }
        switch decision.screening.verdict {
        case .accepted:
            let next =
                facts.assignment?.therapist == nil
                ? "As soon as a therapist has room, we will write or ring to arrange a first meeting."
                : "A therapist of the team will ring to arrange a first meeting."
            return (subject, [referred, "On \(DayText.long(decision.on)) the referral was accepted.", died ?? next])
        case .declined(let reason):
            let why =
                "On \(DayText.long(decision.on)) it was decided that this is not the right service now. "
                + sentence(of: reason)
            return (subject, [referred, why, died ?? onward(decision.screening)])
        }
    }

    private func onward(_ screening: Screening) -> String {
        switch screening.onward {
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

    func appointment(_ meeting: LetterMeeting) -> (subject: String, paragraphs: [String]) {
        let (day, place) = (DayText.long(meeting.day), meeting.place.words)
        return (
            "When we would like to meet you",
            [
                "We would like to meet you about the treatment of \(who) on \(day) at \(meeting.time), \(place).",
                "If that does not suit you, tell us, and we find another time. Meetings can be in the evening, too.",
            ]
        )
    }

    /// Why treatment ended, as its model says; nil for a reason that no list has.
    private var reason: String? {
        guard let reason = facts.closing?.closing.reason, reason != .other else { return nil }
        return sheet.model.closureReasons.first { $0.id == reason }?.title
    }

    var closing: (subject: String, paragraphs: [String]) {
        let subject = "How the treatment of \(sheet.name ?? "a child") ended"
        guard let closing = facts.closing, let started = facts.startedOn else { return (subject, [referred]) }
        let days = "from \(DayText.long(started)) to \(DayText.long(closing.on))"
        var paragraphs = [referred, "The family was treated \(days)."]
        if let died { return (subject, paragraphs + [died]) }
        if let reason { paragraphs.append("Why treatment ended: \(reason).") }
        let outcomes = sheet.model.outcomes.filter { $0.role == .ultimate }.map { outcome in
            "\(outcome.title): \((closing.closing.outcomes[outcome.key] ?? .unknown).title.lowercased())"
        }
        if !outcomes.isEmpty {
            paragraphs.append("How things stood on that day. \(outcomes.joined(separator: "; ")).")
        }
        return (subject, paragraphs + ["If things change, the family can be referred again."])
    }
}
