import API
import CivilDate
import Intervention
import Practice

/// Corrections: what is right comes in the form in which it would be recorded.
extension WriteReading {
    /// Reads what stands under a name in the place of an event.
    typealias Form<Write> = @Sendable (WriteReading) throws(Problem) -> Write

    static let ofEpisode: [String: Form<EpisodeWrite>] = [
        "referral": { body throws(Problem) in .refer(try body.referral()) }, "screening": screening,
        "allocation": allocation, "start": start, "phase": phase, "plan": plan, "contact": contact,
        "interview": interview, "closing": closing, "followUp": followUp, "participant": participant,
        "leaving": leaving, "fact": fact, "factWithdrawal": factWithdrawal, "moduleStart": moduleStart,
        "moduleFinish": moduleFinish,
    ]

    static let ofChild: [String: Form<ChildCommand>] = [
        "placement": placement, "placementEnd": placementEnd, "provision": provision, "provisionEnd": provisionEnd,
        "schoolStatus": schoolStatus, "offence": offence, "household": household, "death": death,
    ]

    static let ofTeam: [String: Form<TeamWrite>] = [
        "session": teamSession, "training": training, "rota": rota, "briefing": briefing, "licence": licence,
        "stage": stage,
    ]

    /// A correction whose replacements have some forms.
    func correction<Write: Hashable & Sendable>(
        _ forms: [String: Form<Write>]
    ) throws(Problem) -> CorrectionWish<Write> {
        var replacements: [CorrectionWish<Write>.Replacement] = []
        for (number, value) in values("replacements").enumerated() {
            let place = "\(place)/replacements/\(number)"
            guard case .integer(let seq)? = value["seq"], case .object(let members)? = value["record"],
                let member = members.first, let form = forms[member.name]
            else { throw wrong("replacements/\(number)", "Give an event, and what is right.") }
            let reading = WriteReading(call: call, body: member.value, place: "\(place)/record/\(member.name)")
            replacements.append(.init(StreamSeq(Int64(seq)), try form(reading), on: try reading.day("on")))
        }
        let withdrawals = values("withdrawals").compactMap { value -> StreamSeq? in
            if case .integer(let seq) = value { StreamSeq(Int64(seq)) } else { nil }
        }
        guard !replacements.isEmpty || !withdrawals.isEmpty else {
            throw wrong("replacements", "Say what is right in the place of what, or what did not happen.")
        }
        return CorrectionWish(
            cause: try word("cause"), note: text("note"), replacements: replacements, withdrawals: withdrawals)
    }

    private func values(_ name: String) -> [JSON] {
        if case .list(let values)? = body[name] { values } else { [] }
    }
}
