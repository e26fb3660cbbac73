import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// A family that was found. It does not print.
package struct FoundFamily: Hashable, Sendable {
    /// The episode.
    package let episode: EpisodeID
    /// The site's own reference of it.
    package let ref: EpisodeRef?
    /// The site's reference of the child.
    package let child: ChildRef?
    /// The child's name; nil when none is kept.
    package let name: String?
    /// The child's day of birth; nil when it is not known.
    package let birthDate: CivilDate?
    /// Those of the family by whom it was found: what each is to the child cannot be told apart here, so names alone.
    package let byRelatives: [String]
    /// The day of referral.
    package let referredOn: CivilDate
    /// The day of closing; nil while it is open.
    package let closedOn: CivilDate?
}

extension FoundFamily: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a family that was found (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What looking for a family gave, within what the asker reaches.
package struct FoundFamilies: Sendable {
    /// The families, those that were found by their own reference or name first.
    package let families: [FoundFamily]
    /// Whether there were more people of that name.
    package let isCut: Bool
}

extension Practice {
    /// The families that a text may mean: a reference of an episode or a child, a name of the child or of somebody of the
    /// family, an NHS number or a unique pupil number.
    /// - Throws: ``PeopleFault/nothingToSearch``, ``PracticeFault``.
    package func findFamilies(_ text: String, at site: SiteCode) async throws -> FoundFamilies {
        try await withSite(site, for: .search) { session in
            let (trimmed, wanted) = (text.filter { !$0.isWhitespace }, FoldedName.wanted(in: text))
            guard !trimmed.isEmpty else { throw PeopleFault.nothingToSearch }
            let people =
                wanted.isEmpty ? SearchResult(hits: [], isCut: false) : try await session.search(text, for: wanted)
            let families = try await session.families(named: trimmed, or: people)
            session.looks.rows(families.count)
            return FoundFamilies(families: families, isCut: people.isCut)
        }
    }
}

extension SiteSession {
    /// The episodes of a reference, and of the children who were found or whose relatives were.
    fileprivate func families(named ref: String, or people: SearchResult) async throws -> [FoundFamily] {
        let order = people.hits.flatMap(\.children).map(\.text)
        let rows = try await transaction.query(
            """
            SELECT e.episode_id, e.ref::text, e.child_id, c.ref::text, e.referred_on, e.closed_on,
                lower(e.ref::text) = lower(\(ref)) OR lower(c.ref::text) = lower(\(ref))
            FROM record.episode AS e JOIN record.child AS c ON c.site_id = e.site_id AND c.child_id = e.child_id
            WHERE e.site_id = \(site.id.number)
                AND (lower(e.ref::text) = lower(\(ref)) OR lower(c.ref::text) = lower(\(ref))
                    OR c.ref = ANY(\(order)) OR e.child_id = ANY(\(people.hits.map(\.person.bound))))
            ORDER BY 7 DESC, array_position(\(order), c.ref::text), e.referred_on DESC, e.episode_id
            LIMIT \(Int64(SearchResult.most))
            """)
        let children = try rows.map { try $0.decode(2, as: UUIDBytes.self) }
        let known = try await store.vault.particulars(
            of: Array(Set(children)).map { PersonID($0) }, site: site.id, in: transaction)
        return try rows.map { row in
            let (id, ref, child, childRef, referred, closed) = try row.decode(
                UUIDBytes.self, String?.self, UUIDBytes.self, String?.self, CivilDate.self, CivilDate?.self)
            let particulars = known[PersonID(child)]
            let reference = childRef.flatMap { ChildRef($0) }
            let relatives = people.hits.filter { hit in
                !hit.isChild && reference.map { hit.children.contains($0) } ?? false
            }
            return FoundFamily(
                episode: EpisodeID(id), ref: ref.flatMap { EpisodeRef($0) }, child: reference, name: particulars?.name,
                birthDate: particulars?.birthDate, byRelatives: relatives.compactMap(\.name), referredOn: referred,
                closedOn: closed)
        }
    }
}
