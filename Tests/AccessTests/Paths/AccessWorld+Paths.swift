import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Sites
import Testing
import Vault

extension AccessWorld {
    private static let numbers = ["9434765005", "9434765013", "9434765021", "9434765048", "9434765056"]

    /// The families with everything that a path may ask for: the children's particulars recorded, and a colleague at both
    /// sites, who opened each in an emergency.
    func furnished() async throws -> [Family] {
        let colleague = try await account(
            "colleague",
            [north, south].flatMap { [Wanted(role: .interviewer, site: $0), Wanted(role: .siteManager, site: $0)] })
        let opening = walker(colleague).practice
        let nights = try await practice.nightSites()
        var found: [Family] = []
        for (index, family) in families.enumerated() {
            var family = family
            family.number = Self.numbers[index % 4]
            family.colleague = colleague.code
            let file = try SiteFile.read(
                Array(Self.document(family.site.code.text).utf8), models: fixtures.models)
            family.place = Place(night: try #require(nights.first { $0.id == family.site.id }), file: file)
            try await practice.recordPerson(
                .child(family.childRef),
                PersonChange(values: [.name: "Ada Invented", .nhsNumber: family.number]), at: family.site.code)
            _ = try await opening.breakGlass(family.ref, at: family.site.code, because: "The child rang at night")
            try await opening.closeGlass(family.ref, at: family.site.code)
            found.append(family)
        }
        return found
    }

    /// A family like another of the same site that there is not; and for ways that are about no family, an account that
    /// there is not.
    static func nobody(like family: Family, for path: AccessPath) throws -> Family {
        Family(
            site: family.site, team: family.team, therapist: family.therapist, ref: try #require(EpisodeRef("E-9")),
            id: .fresh(), child: .fresh(), childRef: try #require(ChildRef("C-9")), number: numbers[4],
            colleague: path.reach == .site ? AccountCode("nobody-9") : family.colleague, place: family.place)
    }

    /// Somebody who signed in and gave the second factor just now.
    func walker(_ account: Account) -> AccessPath.Walker {
        let seat = Asker.Seat(
            account: account.id, code: account.code, grants: [], way: .session, factorAt: fixtures.clock.shown)
        let asking = practice.asking(.account(seat))
        return AccessPath.Walker(practice: asking, accounts: AccountWork(practice: asking, vault: fixtures.vault))
    }
}

extension AccessWorld.Family {
    /// The site as nights and files know it; a path asks for it only of ``AccessWorld/furnished()``.
    var known: AccessWorld.Place {
        get throws { try #require(place) }
    }

    /// The colleague, likewise.
    var other: AccountCode {
        get throws { try #require(colleague) }
    }
}
