import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

extension Practice {
    /// Records a child's death. Open episodes stay open: closing them is a person's decision.
    /// - Throws: `Refusal` when one is on record, or something that begins later; ``RetentionFault`` `unknownChild`.
    package func recordDeath(
        _ death: Death, of naming: ChildNaming, on day: CivilDate, at code: SiteCode
    ) async throws {
        try await record(for: .recordChild, at: code) { session in
            let child = try await session.child(naming)
            session.looks.target(.child(child))
            let entry = Engine.Entry(ChildCommand.recordDeath(death), on: day)
            return [.record([entry], to: child, in: ChildStream.self) { _ in NoRules() }]
        }
    }

    /// Corrects a death that is on record, or takes it back.
    /// - Parameter right: what is right; nil when the child did not die.
    /// - Throws: ``PeopleFault/noDeath`` when none is on record; `Refusal`; ``RetentionFault`` `unknownChild`.
    package func correctDeath(
        of naming: ChildNaming, to right: DatedDeath?, because cause: CorrectionCause, at code: SiteCode
    ) async throws {
        try await record(for: .correctEpisode, at: code) { session in
            let child = try await session.child(naming)
            session.looks.target(.child(child))
            let state = try await session.store.load(
                child, in: ChildStream.self, site: session.site.id, session.transaction)
            guard let seq = state?.history.standing.first(where: { $0.event.name == .childDied })?.seq else {
                throw PeopleFault.noDeath
            }
            var correction = Correction<ChildCommand>(cause: cause)
            if let right {
                correction.replacements = [.init(seq, with: .recordDeath(right.death), on: right.on)]
            } else {
                correction.withdrawals = [seq]
            }
            return [.correct(correction, of: child, in: ChildStream.self) { _ in NoRules() }]
        }
    }
}
