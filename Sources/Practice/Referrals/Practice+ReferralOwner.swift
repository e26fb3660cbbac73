import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Gives a referral that waits for a decision or a therapist to a member of staff, or takes it back, once however often
    /// it is sent under its key. It gives nobody access to anything.
    /// - Parameters:
    ///   - staff: who is to see to it; nil to take it back.
    ///   - turn: which owner the client saw, 0 for none; nil for whoever need not have seen anything.
    /// - Throws: ``ReferralOwnerFault``, ``RecordingFault/keptFrom(_:)``, ``KeyedWriteFault``, ``PracticeFault``.
    package func giveReferralOnce(
        _ ref: EpisodeRef, to staff: StaffCode?, seen turn: Int? = nil, as keyed: KeyedWrite, at code: SiteCode
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .giveReferral, at: .episode(ref), of: code) { session in
            let state = try await session.episode(ref)
            guard let facts = state.history.facts, WaitingReferral.Step(of: facts)?.needsOwner == true else {
                throw ReferralOwnerFault.notWaiting
            }
            let book = OwnerBook(session)
            let last = try await book.lockedHistory(of: state.id).first
            if let turn, turn != last?.turn ?? 0 { throw KeyedWriteFault.changed(state.history.head) }
            guard last?.staff != staff else { throw ReferralOwnerFault.unchanged(staff) }
            if let staff {
                guard try session.staffToday().contains(staff) else { throw ReferralOwnerFault.notInPost(staff) }
                try await session.refuse(staff, of: state.id)
            }
            try await book.write(staff, turn: (last?.turn ?? 0) + 1, of: state.id, at: clock.now())
            return WrittenOnce(place: .episode(state.id), version: state.history.head)
        }
    }
}

extension SiteSession {
    /// Those in a post of the site today, by code.
    func staffToday() throws -> [StaffCode] {
        Set(try staff().filter { $0.covers(today) }.map(\.staff)).sorted()
    }
}

extension WaitingReferral.Step {
    /// Whether nobody has the family yet, so that somebody must see to the referral.
    package var needsOwner: Bool { self != .beginning }
}
