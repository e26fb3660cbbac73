import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension SiteSession {
    private var vault: Vault { store.vault }

    /// The child of a reference.
    /// - Throws: ``PeopleFault/unknownChild(_:)``.
    func child(_ ref: ChildRef) async throws -> ChildID {
        guard let child = try await store.children([ref], site: site.id, transaction)[ref] else {
            throw PeopleFault.unknownChild(ref)
        }
        return child
    }

    /// The child to whose family somebody belongs.
    /// - Throws: ``PeopleFault/unknownChild(_:)``, ``RetentionFault`` `unknownChild`.
    func childOfFamily(_ naming: ChildNaming) async throws -> ChildID {
        if case .ref(let ref) = naming { return try await child(ref) }
        return try await child(naming)
    }

    /// The person that is meant; a new id for one who is to be recorded.
    func person(_ target: PersonTarget) async throws -> PersonID {
        switch target {
        case .child(let ref): return PersonID(child: try await child(ref))
        case .family(let naming, _):
            _ = try await childOfFamily(naming)
            return .random()
        case .person(let person):
            guard try await !refs(of: [person]).isEmpty else { throw PeopleFault.unknownPerson(person) }
            return person
        }
    }

    /// What is kept of a person, with sensitive addresses withheld; nil when nothing is.
    func sheet(of person: PersonID) async throws -> PersonSheet? {
        let bonds = try await vault.bonds(of: [person], site: site.id, in: transaction)
        let others = bonds.map { other(than: person, in: $0) }
        let known = try await vault.particulars(of: [person] + others, site: site.id, in: transaction)
        guard let particulars = known[person] else { return nil }
        return PersonSheet(
            person: person, version: StreamSeq(try await vault.version(of: person, site: site.id, in: transaction)),
            ref: try await refs(of: [person])[person]?.own, particulars: particulars,
            addresses: try await vault.addresses(of: person, site: site.id, in: transaction),
            relatives: zip(bonds, others).map { bond, other in
                PersonSheet.Relative(
                    person: other, name: known[other]?.name, kinship: bond.kinship,
                    isChild: other == PersonID(child: bond.child))
            })
    }

    /// Those of the site whom a text may mean, as far as the asker reaches them.
    func search(_ text: String, for wanted: [String]) async throws -> SearchResult {
        let candidates = try await vault.candidates(for: text, site: site.id, in: transaction)
        let refs = try await refs(of: candidates)
        let reached = candidates.filter { refs[$0] != nil }
        let known = try await vault.particulars(of: reached, site: site.id, in: transaction)
        let ranked = known.map { (person: $0.key, rank: SearchRank(of: $0.value, for: wanted)) }
            .sorted { ($0.rank, $0.person) < ($1.rank, $1.person) }
        let hits = ranked.prefix(SearchResult.most).compactMap { person, _ -> PersonHit? in
            guard let particulars = known[person], let place = refs[person] else { return nil }
            return PersonHit(
                person: person, particulars: particulars, children: place.own.map { [$0] } ?? place.children,
                isChild: place.isChild)
        }
        return SearchResult(hits: hits, isCut: ranked.count > SearchResult.most)
    }

    /// Where persons belong: a child's own reference, or those of the children that they are family of. Whoever belongs
    /// nowhere that the asker reaches is left out.
    private func refs(of people: [PersonID]) async throws -> [PersonID: PersonPlace] {
        let rows = try await transaction.query(
            """
            SELECT c.child_id, true, c.ref FROM record.child AS c
            WHERE c.site_id = \(site.id.number) AND c.child_id = ANY(\(people.map(\.bound)))
            UNION ALL
            SELECT b.person_id, false, c.ref FROM identity.bond AS b
            JOIN record.child AS c ON c.site_id = b.site_id AND c.child_id = b.child_id
            WHERE b.site_id = \(site.id.number) AND b.person_id = ANY(\(people.map(\.bound)))
            ORDER BY 3
            """
        )
        var places: [PersonID: PersonPlace] = [:]
        for row in rows {
            let (id, isChild, ref) = try row.decode(UUIDBytes.self, Bool.self, String?.self)
            places[PersonID(high: id.high, low: id.low), default: PersonPlace()].add(
                ref.flatMap { ChildRef($0) }, isChild: isChild)
        }
        return places
    }

    private func other(than person: PersonID, in bond: Bond) -> PersonID {
        bond.person == person ? PersonID(child: bond.child) : bond.person
    }
}

/// Where a person belongs.
private struct PersonPlace {
    var isChild = false
    var own: ChildRef?
    var children: [ChildRef] = []

    mutating func add(_ ref: ChildRef?, isChild: Bool) {
        if isChild {
            self.isChild = true
            own = ref
        } else if let ref {
            children.append(ref)
        }
    }
}
