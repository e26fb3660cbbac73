package import CivilDate
import Intervention
import Postgres

/// What came of recording a person.
package enum PersonRecording: Hashable, Sendable {
    case recorded
    /// The NHS number is somebody else's of the site. Nothing was written.
    case numberTaken
}

extension Vault {
    /// Records particulars of a person, all or none, and by what the person is found.
    /// - Parameter today: the day at the site.
    /// - Throws: ``ParticularFault``, ``VaultFault``.
    package func record(
        _ change: PersonChange, of person: PersonID, site: SiteID, today: CivilDate, in transaction: Transaction
    ) async throws -> PersonRecording {
        try await takeTurn(site, in: transaction)
        let before = try await identities(of: [person], site: site, in: transaction)[person] ?? [:]
        let after = try change.applied(to: before, today: today)
        if let number = after.nhsNumber,
            try await isTaken(number, byOtherThan: person, site: site, in: transaction)
        {
            return .numberTaken
        }
        for kind in IdentityKind.allCases {
            switch (before[kind], after.text(of: kind)) {
            case (let old, let new?):
                guard old != new else { continue }
                try await write(identity: new, kind, of: person, site: site, in: transaction)
            case (.some, nil):
                try await transaction.execute(
                    """
                    DELETE FROM identity.person
                    WHERE site_id = \(site.number) AND person_id = \(person.bound) AND kind = \(kind.rawValue)
                    """)
            case (nil, nil): continue
            }
        }
        try await index(SearchTerm.all(of: after), of: person, site: site, in: transaction)
        if let addresses = change.addresses {
            try await replace(addresses, of: person, site: site, in: transaction)
        }
        return .recorded
    }

    /// The particulars of persons; whoever has none is left out.
    package func particulars(
        of people: [PersonID], site: SiteID, in transaction: Transaction
    ) async throws -> [PersonID: Particulars] {
        try await identities(of: people, site: site, in: transaction).mapValues { try Particulars($0) }
    }
}
