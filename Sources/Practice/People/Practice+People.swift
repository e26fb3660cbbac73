import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Records particulars of a person, all or none.
    /// - Returns: the person's id.
    /// - Throws: ``PeopleFault``, ``ParticularFault``, ``PracticeFault``.
    @discardableResult
    package func recordPerson(
        _ target: PersonTarget, _ change: PersonChange, at site: SiteCode
    ) async throws -> PersonID {
        let (person, isRecorded) = try await withSite(site, for: .recordPerson) { session in
            try await record(target, change, in: session)
        }
        // The look at it is kept, whatever came of it.
        guard isRecorded else { throw PeopleFault.numberTaken }
        return person
    }

    /// - Returns: the person, and whether the particulars were recorded: somebody else of the site may have the number.
    func record(
        _ target: PersonTarget, _ change: PersonChange, in session: SiteSession
    ) async throws -> (person: PersonID, isRecorded: Bool) {
        let person = try await session.person(target)
        session.looks.target(.person(person))
        if case .family = target { try await session.reach(person) }
        let recording = try await session.store.vault.record(
            change, of: person, site: session.site.id, today: session.today, in: session.transaction)
        if recording == .recorded, case .family(let naming, let kinship) = target {
            let child = try await session.childOfFamily(naming)
            try await session.store.vault.bind(
                person, to: child, as: kinship, site: session.site.id, in: session.transaction)
        }
        return (person, recording == .recorded)
    }

    /// What is kept of a person. Sensitive addresses are withheld.
    /// - Throws: ``PeopleFault``, ``PracticeFault``.
    package func person(_ target: PersonTarget, at site: SiteCode) async throws -> PersonSheet {
        try await withSite(site, for: .showPerson) { session in
            let person = try await session.person(target)
            guard let sheet = try await session.sheet(of: person) else { throw PeopleFault.unknownPerson(person) }
            session.looks.target(.person(person))
            return sheet
        }
    }

    /// Those whom a text may mean, the best first: a name or parts of one, an NHS number or a unique pupil number.
    /// - Throws: ``PeopleFault/nothingToSearch``, ``PracticeFault``.
    package func search(_ text: String, at site: SiteCode) async throws -> SearchResult {
        try await withSite(site, for: .search) { session in
            let wanted = FoldedName.wanted(in: text)
            guard !wanted.isEmpty else { throw PeopleFault.nothingToSearch }
            let found = try await session.search(text, for: wanted)
            session.looks.rows(found.hits.count)
            return found
        }
    }
}
