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
        var modelFacts = StoredFacts<ModelFactRow>()
        var interviews = StoredFacts<InterviewFactRow>()
    }

    /// What has to change so that the facts of a stream are right.
    struct Difference {
        var episode: FactDifference<FactRow>?
        var spells: FactDifference<CareSpellRow>?
        var modelFacts: FactDifference<ModelFactRow>?
        var interviews: FactDifference<InterviewFactRow>?

        /// The first table in which something has to change; nil when nothing has.
        var table: ProjectionTable? {
            if episode != nil { return FactRow.table }
            if spells != nil { return CareSpellRow.table }
            if modelFacts != nil { return ModelFactRow.table }
            return interviews == nil ? nil : InterviewFactRow.table
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
            stored.modelFacts = try await StoredFacts(of: owners, site: site, in: transaction)
            stored.interviews = try await StoredFacts(of: owners, site: site, in: transaction)
        case .child:
            let owners = owners.map { keys.key(of: ChildID($0)) }
            stored.spells = try await StoredFacts(of: owners, site: site, in: transaction)
        case .team: break
        }
        return stored
    }

    /// What has to change. The state must have been folded from the stream's first event.
    func difference<Stream: StoredStream>(of state: StreamState<Stream>, from stored: Stored) -> Difference {
        var difference = Difference()
        switch state.trail {
        case let trail as EpisodeTrail:
            let episode = EpisodeID(state.id.bound)
            let owner = keys.key(of: episode)
            var expected: [FactRow] = []
            let isComplete = FactRow.make(trail.unwritten, of: episode, keys: keys, codes: codes, into: &expected)
            difference.episode = FactDifference(
                of: owner, from: stored.episodes, to: expected, isComplete: isComplete)
            let facts = trail.modelFacts.unwritten.map { ModelFactRow($0, of: episode, owner: owner, keys: keys) }
            difference.modelFacts = FactDifference(of: owner, from: stored.modelFacts, to: facts)
            let interviews = trail.interviews.unwritten.map {
                InterviewFactRow($0, of: episode, owner: owner, keys: keys, codes: codes)
            }
            difference.interviews = FactDifference(
                of: owner, from: stored.interviews, to: interviews.compactMap(\.self),
                isComplete: !interviews.contains(nil))
        case let trail as ChildTrail:
            let child = ChildID(state.id.bound)
            let owner = keys.key(of: child)
            let expected = trail.spells.unwritten.map { CareSpellRow($0, of: child, owner: owner, keys: keys) }
            difference.spells = FactDifference(of: owner, from: stored.spells, to: expected)
        default: break
        }
        return difference
    }
}
