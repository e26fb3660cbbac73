import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// One transaction under the scope of one site, lent for the time of a use case.
package struct SiteSession: Sendable {
    /// The site with its teams.
    package let site: Site
    /// The day it is at the site.
    package let today: CivilDate
    /// The rules that the site decides under.
    package let rules: SiteRules
    /// Who is written down as recording.
    package let actor: Author
    /// What kinds of content may be shown to the asker.
    package let aspects: Set<Aspect>
    /// Whether the asker reaches all teams of the site.
    package let isWholeSite: Bool
    /// The teams that the asker reaches as such; those of a whole site need not be among them.
    let teams: Set<TeamID>
    /// What is noted for the access log.
    package let looks: LookPad
    /// The writer of the record.
    package let store: EpisodeStore
    /// The transaction; whoever borrows it neither commits nor keeps it.
    package let transaction: Transaction
    /// The episode that was asked about by its reference, which the gate has found already.
    let named: [EpisodeRef: EpisodeID]
    /// What became known later is not looked at where it says so; nil for all that is known.
    package var knownAt: Instant?

    /// The models that the site enables, by id: those that its file names, or else those of its teams.
    package func enabledModels() throws -> [ModelID] {
        try Set(rules.configuration().models ?? site.teams.map(\.model)).sorted()
    }

    /// A team of the site.
    /// - Throws: ``PracticeFault/unknownTeam(_:known:)``.
    package func team(_ code: TeamCode) throws -> Site.Team {
        guard let team = site.team(code) else {
            throw PracticeFault.unknownTeam(code, known: site.teams.map(\.code))
        }
        return team
    }

    /// Whether the asker reaches a team as such, and not only families of it.
    func reaches(_ team: Site.Team) -> Bool { isWholeSite || teams.contains(team.id) }

    /// Everybody who was, is or will be in post in a team, as the site's configuration in force says.
    package func staff(of team: TeamCode) throws -> [StaffPost] {
        try rules.configuration().teams.first { $0.code == team }?.staff ?? []
    }

    /// Everybody who was, is or will be in post in any team of the site, as its configuration in force says.
    package func staff() throws -> [StaffPost] {
        try rules.configuration().teams.flatMap(\.staff)
    }

    /// Decides commands and appends what was decided, all or none. New episodes begin with licensed teams only.
    /// - Returns: advice for the person who records.
    @discardableResult
    package func append(_ commands: [RecordCommand]) async throws -> [Advisory] {
        try await store.append(commands, site: site.id, by: actor, today: today, isLive: true, in: transaction)
    }

    /// Begins a batch for many appends at once; ``RecordBatch/flush(in:)`` writes it.
    package func beginBatch() async throws -> RecordBatch {
        try await store.begin(site: site.id, by: actor, in: transaction)
    }

    /// Begins a batch whose caller says when each append became known: for what was recorded elsewhere, or invented.
    package func beginStampedBatch() async throws -> RecordBatch {
        try await store.beginStamped(site: site.id, by: actor, in: transaction)
    }
}
