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
            let hidden = session.hiddenKinds(of: sheet.model)
            let facts = inPlay.facts.facts.filter { $0.from <= sheet.day && !hidden.contains($0.fact.kind) }
            let happenings = FamilySheet.happenings(in: state, of: sheet, without: hidden, session.aspects)
            let words = (facts.map(\.fact) + happenings.flatMap(\.before).compactMap(\.fact)).flatMap(\.narratives)
            return FamilySheet(
                sheet: sheet, name: try await session.name(of: sheet.facts.referral.child), child: child, facts: facts,
                texts: try await session.texts(of: words + happenings.flatMap(\.corrections).compactMap(\.note)),
                modules: FamilySheet.modules(inPlay, on: sheet.day),
                interviews: inPlay.obligations(on: sheet.day).filter { $0.kind == .adherenceInterview },
                happenings: happenings,
                ownOfToday: knownOn == nil ? try await session.ownOfToday(in: state) : [],
                settings: inPlay.rules.settings, knownOn: knownOn)
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

    /// The kinds of facts that the asker may not see: those for the episode's own therapist and supervisor alone are hidden
    /// from everybody who comes in by another way, and so does not see all kinds of content.
    func hiddenKinds(of model: any InterventionModel) -> Set<FactKind> {
        let isOwn = aspects.isSuperset(of: [.identity, .narrative, .record, .scores])
        return isOwn ? [] : Set(model.facts.filter { $0.visibility != .team }.map(\.kind))
    }

    /// Texts, in one statement, where the asker may read what was written.
    fileprivate func texts(of references: [NarrativeReference]) async throws -> [NarrativeID: String] {
        guard aspects.contains(.narrative) else { return [:] }
        return try await store.vault.read(
            references.compactMap { SealedNarrative($0) }, site: site.id, in: transaction)
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
