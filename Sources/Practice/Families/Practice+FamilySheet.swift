import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// A family on one page.
    /// - Parameters:
    ///   - day: nil for today at the site.
    ///   - knownOn: only what was known by the end of this day; nil for all that is known.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    package func familySheet(
        _ ref: EpisodeRef, at code: SiteCode, on day: CivilDate? = nil, knownOn: CivilDate? = nil
    ) async throws -> FamilySheet {
        try await withSite(
            code, for: .showEpisode, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            var session = session
            session.knownAt = knownOn.map {
                SiteClock(session.site.timeZone).instant(of: $0.adding(days: 1), second: 0).adding(microseconds: -1)
            }
            let (sheet, inPlay, child, state) = try await session.sheet(of: ref, on: day ?? knownOn)
            let facts = session.visible(inPlay.facts.facts, of: sheet.model).filter { $0.from <= sheet.day }
            return FamilySheet(
                sheet: sheet, name: try await session.name(of: sheet.facts.referral.child), child: child, facts: facts,
                texts: try await session.texts(of: facts), modules: FamilySheet.modules(inPlay, on: sheet.day),
                interviews: inPlay.obligations(on: sheet.day).filter { $0.kind == .adherenceInterview },
                happenings: state.history.standing.filter { $0.occurredOn <= sheet.day }.reversed().compactMap {
                    FamilySheet.Happening($0, seeing: facts, of: sheet, session.aspects)
                }, settings: inPlay.rules.settings, knownOn: knownOn)
        }
    }
}

extension SiteSession {
    /// The child's name, where the asker may see it.
    func name(of child: ChildID) async throws -> String? {
        guard aspects.contains(.identity) else { return nil }
        let person = PersonID(child: child)
        return try await store.vault.particulars(of: [person], site: site.id, in: transaction)[person]?.name
    }

    /// The facts that the asker may see: those that are for the episode's own therapist and supervisor alone are left out
    /// for everybody who comes in by another way, and so does not see all kinds of content.
    fileprivate func visible(_ facts: [DatedFact], of model: any InterventionModel) -> [DatedFact] {
        let isOwn = aspects.isSuperset(of: [.identity, .narrative, .record, .scores])
        let hidden = Set(model.facts.filter { $0.visibility != .team }.map(\.kind))
        return isOwn ? facts : facts.filter { !hidden.contains($0.fact.kind) }
    }

    /// The texts of facts, in one statement, where the asker may read what was written.
    fileprivate func texts(of facts: [DatedFact]) async throws -> [NarrativeID: String] {
        guard aspects.contains(.narrative) else { return [:] }
        let references = facts.flatMap { dated in
            dated.fact.fields.values.compactMap { value -> SealedNarrative? in
                if case .narrative(let reference) = value { SealedNarrative(reference) } else { nil }
            }
        }
        return try await store.vault.read(references, site: site.id, in: transaction)
    }
}

extension FamilySheet {
    fileprivate static func modules(_ episode: EpisodeInPlay, on day: CivilDate) -> [Module] {
        let (facts, model, settings) = (episode.facts, episode.rules.model, episode.rules.settings)
        return model.modules.flatMap { module in
            facts.subjects(of: module.about, on: day).map { subject in
                let context = ConditionContext(
                    facts, about: subject, settings: settings, trackers: model.trackers, on: day)
                return Module(
                    module: module, about: subject,
                    run: facts.moduleRuns.last { $0.module == module.key && $0.about == subject && $0.from <= day },
                    gates: module.gates.map { (gate: $0, isOpen: $0.condition.holds(in: context)) })
            }
        }
    }
}

extension FamilySheet.Happening {
    /// Something that happened; nil when the asker may not see it.
    fileprivate init?(
        _ recorded: Recorded<EpisodeEvent>, seeing facts: [DatedFact], of sheet: EpisodeSheet, _ aspects: Set<Aspect>
    ) {
        seq = recorded.seq
        on = recorded.occurredOn
        event = recorded.event.name
        var (fact, words) = (FactID?.none, "")
        switch recorded.event {
        case .contactRecorded(let contact):
            words =
                "\(contact.mode.rawValue), \(contact.party.rawValue)".replacing("-", with: " ")
                + (contact.minutes.map { ", \($0.number) minutes" } ?? "")
        case .interviewRecorded:
            guard aspects.contains(.scores) else { return nil }
        case .phaseEntered(let phase, _), .treatmentStarted(let phase, _):
            words = sheet.model.phases.phase(phase)?.title ?? phase.text
        case .allocated(let allocation): words = allocation.therapist?.text ?? ""
        case .closed(let closing, _, _):
            words = sheet.model.closureReasons.first { $0.id == closing.reason }?.title ?? closing.reason.text
        case .factRecorded(let entered, _, _):
            guard facts.contains(where: { $0.fact.id == entered.id }) else { return nil }
            fact = entered.id
            words = sheet.model.facts.first { $0.kind == entered.kind }?.title ?? entered.kind.text
        default: break
        }
        self.fact = fact
        self.words = words
    }
}
