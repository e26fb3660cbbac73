import EpisodeEngine
import Intervention
import Postgres
import Vault

/// The rows of a team.
package struct TeamProjection: StreamProjection {
    package typealias Stream = TeamStream
    package typealias Delta = TeamDelta

    var team: [TeamRow] = []
    var sessions: [TeamSessionRow] = []
    var attendance: [TeamAttendanceRow] = []
    var trainings: [TrainingRow] = []
    var onCall: [OnCallSpellRow] = []
    var licences: [LicenceTermRow] = []
    var briefings: [BriefingRow] = []

    init() {}

    package init(of id: UUIDBytes, facts: TeamFacts, lastSeq: Int64, trail: NoTrail<TeamEvent, TeamFacts>) {
        guard let opening = facts.opening, let openedOn = facts.openedOn else { return }
        team = [
            TeamRow(
                id: id, code: opening.code.text, model: opening.model.text, openedOn: openedOn,
                stage: facts.stages.last?.value.rawValue, lastSeq: lastSeq
            )
        ]
        add(facts.supervisions, as: "supervision", of: id)
        add(facts.consultations, as: "consultation", of: id)
        add(facts.boosters, as: "booster", of: id)
        trainings = facts.trainings.map { dated in
            TrainingRow(
                team: id, staff: dated.value.staff.text, kind: dated.value.kind.text, completedOn: dated.on)
        }
        onCall = facts.onCall.map { spell in
            OnCallSpellRow(team: id, staff: spell.staff.text, from: spell.from, through: spell.through)
        }
        licences = facts.licences.map { dated in
            LicenceTermRow(team: id, from: dated.value.from, through: dated.value.through, grantedOn: dated.on)
        }
        briefings = facts.briefings.map { dated in
            BriefingRow(
                team: id, id: dated.value.id.bound, givenOn: dated.on, audience: dated.value.audience.rawValue,
                attended: Int32(dated.value.attended.number)
            )
        }
    }

    private mutating func add(_ held: [Dated<TeamSession>], as kind: String, of id: UUIDBytes) {
        for dated in held {
            let session = dated.value.id.bound
            sessions.append(
                TeamSessionRow(
                    team: id, id: session, kind: kind, heldOn: dated.on,
                    episodes: Int32(dated.value.episodes.count)
                )
            )
            attendance += dated.value.staff.map { staff in
                TeamAttendanceRow(team: id, session: session, staff: staff.text)
            }
        }
    }

    package static func stored(
        of owners: [UUIDBytes], site: SiteID, in transaction: Transaction
    ) async throws -> StoredProjections<TeamProjection> {
        var reader = ProjectionReader<TeamProjection>(empty: TeamProjection())
        let results = try await transaction.pipeline([
            TeamRow.select(owners: owners, of: site), TeamSessionRow.select(owners: owners, of: site),
            TeamAttendanceRow.select(owners: owners, of: site), TrainingRow.select(owners: owners, of: site),
            OnCallSpellRow.select(owners: owners, of: site), LicenceTermRow.select(owners: owners, of: site),
            BriefingRow.select(owners: owners, of: site),
        ])
        try reader.read(results[0], into: \.team)
        try reader.read(results[1], into: \.sessions)
        try reader.read(results[2], into: \.attendance)
        try reader.read(results[3], into: \.trainings)
        try reader.read(results[4], into: \.onCall)
        try reader.read(results[5], into: \.licences)
        try reader.read(results[6], into: \.briefings)
        return reader.result
    }
}
