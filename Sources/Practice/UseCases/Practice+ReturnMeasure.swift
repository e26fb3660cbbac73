import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

/// What a rater says of a colleague.
package struct RatedAnswers: Hashable, Sendable {
    /// Who is rated; nil when the team has one of the kind.
    package var about: StaffCode?
    /// The score over all items; nil when too few were answered.
    package var score: AdherenceScore?
    /// The scores of the sections.
    package var sections: [SectionScore]

    /// Answers that were scored.
    package init(about: StaffCode? = nil, score: AdherenceScore?, sections: [SectionScore] = []) {
        self.about = about
        self.score = score
        self.sections = sections
    }
}

extension Practice {
    /// Takes what a rater returns of a measure of staff in the slot of today. The rater is told apart only until the return
    /// is counted: the record has it from the measure box, and the box forgets who owed it.
    /// - Throws: ``PracticeFault/unknownColleague(_:known:)``; ``PracticeFault/noReturnOwed(_:)`` when the rater owes none, or returned already.
    package func returnMeasure(
        _ kind: StaffMeasureKind, _ answers: RatedAnswers, by rater: StaffCode, of team: TeamCode, at site: SiteCode
    ) async throws {
        _ = try await Retry.onConflict {
            try await withSite(site, for: .returnMeasure, at: .staff(rater)) { session in
                let team = try session.team(team)
                try session.checkRated(answers.about, by: kind, in: team.code)
                guard let situation = try await session.teamsInPlay(team.code, on: session.today).first?.situation,
                    let slots = MeasureSlots(
                        kind, of: situation.facts,
                        with: try session.rules.beginning(team.model, on: session.today).settings),
                    let slot = slots.slot(on: session.today),
                    slots.raters(in: slot, of: situation, on: session.today).contains(rater)
                else { throw PracticeFault.noReturnOwed(kind.instrument) }
                let box = RaterBox(site: session.site.id, team: team.id, slot: slot, kind: kind)
                try await box.open(
                    for: slots.candidates(in: slot, of: situation), over: slots.overBy(session.today),
                    in: session.transaction)
                guard try await box.take(rater, in: session.transaction) else {
                    throw PracticeFault.noReturnOwed(kind.instrument)
                }
                let measure = MeasureReturn(
                    id: MeasureReturnID(high: .random(in: .min ... .max), low: .random(in: .min ... .max)),
                    of: kind.instrument, slotFrom: slot.from, about: answers.about, score: answers.score,
                    sections: answers.sections
                )
                let entry = Engine.Entry(TeamCommand.returnMeasure(measure), on: session.today)
                return try await session.store.append(
                    [.record([entry], to: team.id, in: TeamStream.self) { _ in NoRules() }], site: session.site.id,
                    by: .measureBox, today: session.today, in: session.transaction
                )
            }
        }
    }
}
