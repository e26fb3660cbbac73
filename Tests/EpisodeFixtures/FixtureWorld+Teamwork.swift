import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

extension FixtureWorld {
    /// Records one event of every kind in a team's stream.
    package func teamwork(of site: FixtureSite, model: ModelID = "mst") async throws {
        let entries = try FixtureWorld.teamwork()
        let team = try site.team(model)
        try await transaction(in: site) { transaction in
            try await store.append(
                [.record(entries, to: team, in: TeamStream.self) { _ in NoRules() }], site: site.id,
                by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
    }

    /// A licence from a day on, with the readiness review behind the team.
    package static func licence(from day: CivilDate) throws -> [Engine.Entry<TeamCommand>] {
        guard let term = LicenceTerm(from: day, through: today.adding(days: 3650)) else {
            throw FixtureFault.missing("a term")
        }
        return [Engine.Entry(.reachStage(.readinessReview), on: day), Engine.Entry(.grantLicence(term), on: day)]
    }

    private static func teamwork() throws -> [Engine.Entry<TeamCommand>] {
        let day = today.adding(days: -400)
        guard let staff = StaffCode("t-01"), let attended = Attendance(14),
            let first = LicenceTerm(from: day, through: today), let score = AdherenceScore(decimal: "0.75"),
            let second = LicenceTerm(from: today, through: today.adding(days: 365)),
            let spell = OnCallSpell(staff, from: today, through: today.adding(days: 6)), let rota = Rota([spell])
        else { throw FixtureFault.missing("a word of a team") }
        let measure = MeasureReturn(
            id: .fresh(), of: "sam", slotFrom: day, about: StaffCode("s-01"), score: score,
            sections: [SectionScore("structure", score)]
        )
        let briefing = Briefing(id: .fresh(), for: .school, attended: attended)
        let commands: [TeamCommand] = [
            .reachStage(.readinessReview), .grantLicence(first), .renewLicence(second), .setRota(rota),
            .completeTraining(Training(.orientation, of: staff)),
            .holdSupervision(TeamSession(id: .fresh(), with: [staff], discussing: [.fresh()])),
            .holdConsultation(TeamSession(id: .fresh())), .holdBooster(TeamSession(id: .fresh(), with: [staff])),
            .returnMeasure(measure), .brief(briefing),
        ]
        return commands.map { Engine.Entry($0, on: day) }
    }
}
