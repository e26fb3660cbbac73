import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites
import Vault

extension SiteSession {
    /// The open families that are reached, those most likely to ring first. It takes the same number of statements however
    /// many there are, but for a few more with each five hundred.
    func onCallFamilies(on day: CivilDate) async throws -> [OnCallFamily] {
        let open = try await openFamilies(on: day)
        let calls = try await CallBook(self).lastCalls(about: open.map(\.id))
        let plans = try await plans(of: open, on: day)
        let people = try await contacts(of: open.map(\.facts.referral.child))
        return open.map { episode in
            let assignment = episode.assignment(on: day)
            return OnCallFamily(
                id: episode.id, ref: episode.facts.referral.ref, team: code(of: assignment?.team),
                therapist: assignment?.therapist, people: people[episode.facts.referral.child] ?? [],
                plan: plans[episode.id], lastCrisis: episode.facts.lastCrisis(by: day), lastCall: calls[episode.id],
                alerts: episode.alerts(on: day).filter { Alert.Urgency.notice < $0.urgency })
        }.sorted { OnCallOrder($0, day) < OnCallOrder($1, day) }
    }

    /// The safety plans in force, with their words where they are for the asker.
    private func plans(of episodes: [EpisodeInPlay], on day: CivilDate) async throws -> [EpisodeID: OnCallFamily.Plan] {
        let found = episodes.compactMap { episode in
            episode.facts.safetyPlan(on: day).map { (id: episode.id, plan: $0) }
        }
        let sealed = found.compactMap { $0.plan.fact.words }
        let texts = try await texts(of: sealed)
        return Dictionary(
            found.map { id, plan in
                let text = plan.fact.words.flatMap { texts[$0.id] }
                return (id, OnCallFamily.Plan(since: plan.from, text: text))
            }
        ) { first, _ in first }
    }
}

extension EpisodeFacts {
    /// The newest safety plan that holds on a day.
    fileprivate func safetyPlan(on day: CivilDate) -> DatedFact? {
        facts.last { $0.fact.kind == "safety-plan" && $0.holds(on: day) }
    }

    /// The day of the last crisis that was recorded by a day.
    fileprivate func lastCrisis(by day: CivilDate) -> CivilDate? {
        facts.last { $0.fact.kind == "safety-event" && $0.from <= day }?.from
    }
}

extension RecordedFact {
    /// The sealed words of a fact; nil for one without.
    fileprivate var words: SealedNarrative? {
        let references = fields.sorted { $0.key < $1.key }.compactMap { field in
            if case .narrative(let reference) = field.value { reference } else { nil }
        }
        return references.first.flatMap { reference in
            Digest256(reference.commitment).map { SealedNarrative(id: reference.id, commitment: $0) }
        }
    }
}

/// How likely a family is to ring, as far as the record tells: what happened last comes first, then what is urgent, then
/// a safety plan. No number of days decides it.
private struct OnCallOrder: Comparable {
    private let key: (quiet: Int, calm: Int, planless: Int)
    private let ref: String

    /// - Parameter day: the day from which days are counted back.
    init(_ family: OnCallFamily, _ day: CivilDate) {
        let called = family.lastCall?.utcDay
        let lately = [family.lastCrisis, called].compactMap { $0 }.max()
        key = (
            lately.map { $0.days(until: day) } ?? .max, family.isUrgent ? 0 : 1, family.plan == nil ? 1 : 0
        )
        ref = family.ref?.text ?? ""
    }

    static func < (lhs: OnCallOrder, rhs: OnCallOrder) -> Bool {
        lhs.key == rhs.key ? lhs.ref < rhs.ref : lhs.key < rhs.key
    }

    static func == (lhs: OnCallOrder, rhs: OnCallOrder) -> Bool { lhs.key == rhs.key && lhs.ref == rhs.ref }
}
