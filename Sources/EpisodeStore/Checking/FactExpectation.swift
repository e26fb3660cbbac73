import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// What the reporting facts of streams must be, beside what they are. Teams have none.
struct FactExpectation {
    let site: SiteID
    let keys: FactKeys
    let codes: TeamCodes

    /// Facts as the tables hold them.
    struct Stored {
        var episodes = StoredFacts<FactRow>()
        var spells = StoredFacts<CareSpellRow>()
    }

    /// What has to change so that the facts of a stream are right.
    enum Difference {
        case episode(FactDifference<FactRow>)
        case spells(FactDifference<CareSpellRow>)

        /// The table in which something has to change.
        var table: ProjectionTable {
            switch self {
            case .episode: FactRow.table
            case .spells: CareSpellRow.table
            }
        }
    }

    /// The facts of streams.
    func stored<Stream: StoredStream>(
        of stream: Stream.Type, _ owners: [UUIDBytes], in transaction: Transaction
    ) async throws -> Stored {
        var stored = Stored()
        guard !owners.isEmpty else { return stored }
        switch Stream.name {
        case .episode:
            let owners = owners.map { keys.key(of: EpisodeID($0)) }
            stored.episodes = try await StoredFacts(of: owners, site: site, in: transaction)
        case .child:
            let owners = owners.map { keys.key(of: ChildID($0)) }
            stored.spells = try await StoredFacts(of: owners, site: site, in: transaction)
        case .team: break
        }
        return stored
    }

    /// What has to change; nil when nothing has. The state must have been folded from the stream's first event.
    func difference<Stream: StoredStream>(of state: StreamState<Stream>, from stored: Stored) -> Difference? {
        switch state.trail {
        case let trail as EpisodeTrail:
            let episode = EpisodeID(state.id.bound)
            var expected: [FactRow] = []
            let isComplete = FactRow.make(trail.unwritten, of: episode, keys: keys, codes: codes, into: &expected)
            return FactDifference(
                of: keys.key(of: episode), from: stored.episodes, to: expected, isComplete: isComplete
            ).map { .episode($0) }
        case let trail as ChildTrail:
            let child = ChildID(state.id.bound)
            let owner = keys.key(of: child)
            let expected = trail.unwritten.map { CareSpellRow($0, of: child, owner: owner, keys: keys) }
            return FactDifference(of: owner, from: stored.spells, to: expected).map { .spells($0) }
        default: return nil
        }
    }
}
