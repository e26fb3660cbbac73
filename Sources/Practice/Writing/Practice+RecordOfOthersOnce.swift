import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Records something of a child, once however often it is sent under its key.
    /// - Parameter version: what the client saw of what is on record of the child.
    /// - Throws: ``KeyedWriteFault``, ``RecordingFault``, `Refusal`, `StoreFault`, ``PracticeFault``, ``RetentionFault``.
    package func recordOnce(
        _ command: ChildCommand, on day: CivilDate, of naming: ChildNaming, seen version: StreamSeq,
        as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        if case .register = command { throw RecordingFault.notOfChild }
        return try await once(keyed, for: .recordChild, at: .named(naming), of: code) { session in
            let child = try await session.child(naming)
            session.looks.target(.child(child))
            let advice = try await session.append([
                .record([Engine.Entry(command, on: day)], to: child, in: ChildStream.self) { state in
                    try state.check(version)
                    return NoRules()
                }
            ])
            return WrittenOnce(
                place: .child(child), version: version.next, made: command.made, advice: advice.map(\.code))
        }
    }

    /// Records something of a team, once however often it is sent under its key. What raters return of measures goes another
    /// way, which keeps nothing of who it was.
    /// - Parameter version: what the client saw of what is on record of the team.
    /// - Throws: ``KeyedWriteFault``, `Refusal`, `StoreFault`, ``PracticeFault``.
    package func recordOnce(
        _ write: TeamWrite, on day: CivilDate, of code: TeamCode, seen version: StreamSeq, as keyed: KeyedWrite,
        at site: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .recordTeam, at: .team(code), of: site) { session in
            let team = try session.team(code).id
            let command = try await session.command(write)
            let advice = try await session.append([
                .record([Engine.Entry(command, on: day)], to: team, in: TeamStream.self) { state in
                    try state.check(version)
                    return NoRules()
                }
            ])
            return WrittenOnce(
                place: .team(team), version: version.next, made: command.made, advice: advice.map(\.code))
        }
    }
}

/// A session of a team that a client records.
package enum TeamSessionKind: String, CaseIterable, Hashable, Sendable {
    case supervision
    case consultation
    case booster
}

/// What a client records in a team, in the site's own words.
package enum TeamWrite: Hashable, Sendable {
    /// What names nothing of the site.
    case command(TeamCommand)
    /// A session of the team was held.
    case session(TeamSessionKind, with: [StaffCode], discussing: [EpisodeRef])
}

extension SiteSession {
    /// What is asked of a team, in the record's words.
    func command(_ write: TeamWrite) async throws -> TeamCommand {
        switch write {
        case .command(let command): return command
        case .session(let kind, let staff, let refs):
            let known = try await store.episodes(refs, site: site.id, transaction)
            if let ref = refs.first(where: { known[$0] == nil }) { throw PracticeFault.unknownEpisode(ref) }
            let session = TeamSession(id: .random(), with: staff, discussing: refs.compactMap { known[$0] })
            switch kind {
            case .supervision: return .holdSupervision(session)
            case .consultation: return .holdConsultation(session)
            case .booster: return .holdBooster(session)
            }
        }
    }

    /// What is on record of a child.
    func childState(_ naming: ChildNaming) async throws -> StreamState<ChildStream> {
        let child = try await child(naming)
        looks.target(.child(child))
        guard let state = try await store.load(child, in: ChildStream.self, site: site.id, transaction) else {
            throw RetentionFault.unknownChild(naming)
        }
        return state
    }

    /// What is on record of a team.
    func teamState(_ code: TeamCode) async throws -> StreamState<TeamStream> {
        let team = try team(code)
        guard let state = try await store.load(team.id, in: TeamStream.self, site: site.id, transaction) else {
            throw PracticeFault.unknownTeam(code, known: site.teams.map(\.code))
        }
        return state
    }
}

extension ChildCommand {
    fileprivate var made: UUIDBytes? {
        switch self {
        case .startPlacement(let placement): placement.id.bound
        case .startProvision(let provision): provision.id.bound
        case .recordOffence(let offence): offence.id.bound
        default: nil
        }
    }

    /// The same with the id of what it replaces: it is the same thing, told otherwise.
    func inPlace(of old: ChildCommand) -> ChildCommand {
        switch (self, old) {
        case (.startPlacement(var placement), .startPlacement(let old)):
            placement.id = old.id
            return .startPlacement(placement)
        case (.startProvision(var provision), .startProvision(let old)):
            provision.id = old.id
            return .startProvision(provision)
        case (.recordOffence(var offence), .recordOffence(let old)):
            offence.id = old.id
            return .recordOffence(offence)
        default: return self
        }
    }
}

extension TeamCommand {
    fileprivate var made: UUIDBytes? {
        switch self {
        case .holdSupervision(let session), .holdConsultation(let session), .holdBooster(let session):
            session.id.bound
        case .brief(let briefing): briefing.id.bound
        default: nil
        }
    }

    /// The same with the id of what it replaces: it is the same thing, told otherwise.
    func inPlace(of old: TeamCommand) -> TeamCommand {
        switch (self, old) {
        case (.holdSupervision(var session), .holdSupervision(let old)):
            session.id = old.id
            return .holdSupervision(session)
        case (.holdConsultation(var session), .holdConsultation(let old)):
            session.id = old.id
            return .holdConsultation(session)
        case (.holdBooster(var session), .holdBooster(let old)):
            session.id = old.id
            return .holdBooster(session)
        case (.brief(var briefing), .brief(let old)):
            briefing.id = old.id
            return .brief(briefing)
        default: return self
        }
    }
}
