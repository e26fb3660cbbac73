import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What a client records in an episode, in the site's own words.
package enum EpisodeWrite: Hashable, Sendable {
    /// What names nothing of the site and has no text.
    case command(EpisodeCommand)
    /// A referral: only as what is right in the place of another.
    case refer(ReferralWish)
    /// Who takes the family on.
    case allocate(TeamCode, therapist: StaffCode?)
    /// Somebody takes part; a child of the site by the site's reference or id.
    case join(SubjectRole, child: ChildNaming?)
    /// Something that the model records.
    case fact(FactWish)
    /// A treatment module begins.
    case startModule(ModuleStart, note: String?)
    /// Who asks signs under a module that began although a soft gate was not met.
    case countersign(ModuleRunID)

    /// Whether it is an interview, which others record than the rest.
    var isInterview: Bool { if case .command(.recordInterview) = self { true } else { false } }
}

/// A referral, in the site's own words.
package struct ReferralWish: Hashable, Sendable {
    /// The site's reference of the episode to begin.
    package let ref: EpisodeRef
    /// The site's reference of the child: one on record, or a new one.
    package let child: ChildRef
    /// The model.
    package let model: ModelID
    /// The team.
    package let team: TeamCode
    /// Who referred.
    package let source: ReferralSource?
    /// What is known of the child.
    package let profile: Profile

    /// A referral.
    package init(
        ref: EpisodeRef, child: ChildRef, model: ModelID, team: TeamCode, source: ReferralSource?, profile: Profile
    ) {
        self.ref = ref
        self.child = child
        self.model = model
        self.team = team
        self.source = source
        self.profile = profile
    }

    func referral(of child: ChildID, to team: TeamID) -> Referral {
        Referral(child: child, ref: ref, model: model, team: team, source: source, profile: profile)
    }
}

extension SiteSession {
    /// What is asked of an episode, in the record's words. Texts are sealed here, with the key of the episode's child.
    /// - Parameters:
    ///   - old: what it is to stand in the place of; nil for what is new.
    ///   - state: the episode, read only for what needs it.
    func command(
        _ write: EpisodeWrite, replacing old: EpisodeCommand? = nil,
        in state: () async throws -> StreamState<EpisodeStream>
    ) async throws -> EpisodeCommand {
        let new: EpisodeCommand
        var cleared: Set<FieldKey> = []
        switch write {
        case .command(let command): new = command
        case .refer(let wish):
            new = .refer(wish.referral(of: try await child(wish.child), to: try team(wish.team).id))
        case .allocate(let team, let therapist):
            let allocation = Allocation(team: try self.team(team).id, therapist: therapist)
            if let therapist { try await refuse(therapist, of: state().id) }
            new = .allocate(allocation)
        case .join(let role, let naming):
            var child: ChildID?
            if let naming { child = try await self.child(naming) }
            new = .join(Participant(id: .random(), role: role, child: child))
        case .fact(let wish):
            cleared = wish.cleared
            new = .recordFact(try await fact(wish, in: state()))
        case .startModule(var start, let note):
            if let note {
                guard let reason = start.override?.reason else { throw RecordingFault.noteWithoutReason }
                start.override = GateOverride(reason, narrative: try await seal(note, of: state()))
            }
            new = .startModule(start)
        case .countersign(let run): new = .countersign(Countersignature(of: run, by: actor.recordedBy))
        }
        return old.map { new.inPlace(of: $0, without: cleared) } ?? new
    }

    /// Refuses to give a family to somebody who knows it: they could not open what they lead.
    func refuse(_ therapist: StaffCode, of episode: EpisodeID) async throws {
        let closed = try await Bars.episodes(closedTo: therapist, at: site.id, in: transaction)
        if closed.contains(episode) { throw RecordingFault.keptFrom(therapist) }
    }

    /// Seals a text that an event of an episode is to refer to.
    func seal(_ text: String, of state: StreamState<EpisodeStream>) async throws -> NarrativeReference? {
        try await store.seal(
            text, id: .random(), of: (state.history.facts?.referral.child).map(PersonID.init(child:)), site: site.id,
            in: transaction)
    }
}

extension EpisodeCommand {
    /// The id of what it makes in the episode.
    var made: UUIDBytes? {
        switch self {
        case .recordContact(let contact): contact.id.bound
        case .recordInterview(let interview): interview.id.bound
        case .join(let participant): participant.id.bound
        case .recordFact(let fact): fact.id.bound
        case .startModule(let start): start.run.bound
        default: nil
        }
    }

    /// The same with the id of what it replaces: it is the same thing, told otherwise. A text of a fact or of an override
    /// that is not given anew stays as it was.
    fileprivate func inPlace(of old: EpisodeCommand, without cleared: Set<FieldKey>) -> EpisodeCommand {
        switch (self, old) {
        case (.recordContact(var contact), .recordContact(let old)):
            contact.id = old.id
            return .recordContact(contact)
        case (.recordInterview(var interview), .recordInterview(let old)):
            interview.id = old.id
            return .recordInterview(interview)
        case (.join(var participant), .join(let old)):
            participant.id = old.id
            return .join(participant)
        case (.recordFact(var fact), .recordFact(let old)):
            fact.id = old.id
            for (key, value) in old.fields
            where fact.kind == old.kind && fact.fields[key] == nil && !cleared.contains(key) {
                if case .narrative = value { fact.fields[key] = value }
            }
            return .recordFact(fact)
        case (.startModule(var start), .startModule(let old)):
            start.run = old.run
            if let reason = start.override, reason.narrative == nil, reason.reason == old.override?.reason {
                start.override = old.override
            }
            return .startModule(start)
        default: return self
        }
    }
}
