import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Testing
import Vault

/// Who people are: recorded, shown, withheld.
@Suite struct PeopleTests {
    private static let ada = """
        name: Ada Invented
        other-name: Addie O'Madeup
        born: 2012-03-04
        telephone: 01632 960001
        email: ada@example.org
        nhs-number: 943 476 5919
        upn: P207000016049
        address from 2020-01-01 until 2024-12-31: 1 Old Street, Nowhere
        sensitive-address from 2025-01-01: 2 Refuge Road, Nowhere
        """

    @Test func `what was recorded is shown again, and sensitive addresses are withheld`() async throws {
        try await PeopleWorld.with { world in
            try await world.record(Self.ada, of: "C-1")
            let sheet = try await world.practice.person(.child(#require(ChildRef("C-1"))), at: world.site.code)
            #expect(sheet.particulars.name == "Ada Invented")
            #expect(sheet.particulars.otherName == "Addie O'Madeup")
            #expect(sheet.particulars.birthDate == CivilDate(year: 2012, month: 3, day: 4))
            #expect(sheet.particulars.nhsNumber?.digits == "9434765919")
            #expect(sheet.particulars.upn?.text == "P207000016049")
            #expect(sheet.addresses.map(\.text) == [nil, "1 Old Street, Nowhere"])
            #expect(sheet.addresses.map(\.isSensitive) == [true, false])
            #expect(sheet.addresses[1].until == CivilDate(year: 2025, month: 1, day: 1))
        }
    }

    @Test func `particulars that are not given stay, those that say nothing go, and so does what finds them`()
        async throws
    {
        try await PeopleWorld.with { world in
            try await world.record(Self.ada, of: "C-1")
            let target = PersonTarget.child(try #require(ChildRef("C-1")))
            let change = try ParticularsText.read("name: Ada Elsewhere\nother-name:\nnhs-number:\n")
            try await world.practice.recordPerson(target, change, at: world.site.code)
            let sheet = try await world.practice.person(target, at: world.site.code)
            #expect(sheet.particulars.name == "Ada Elsewhere")
            #expect(sheet.particulars.otherName == nil)
            #expect(sheet.particulars.telephone == "01632 960001")
            #expect(sheet.addresses.count == 2)
            #expect(try await world.names("invented") == [])
            #expect(try await world.names("9434765919") == [])
            #expect(try await world.names("elsewhere") == ["Ada Elsewhere"])
        }
    }

    @Test func `one NHS number is one person's, and who is refused learns no more than that`() async throws {
        try await PeopleWorld.with { world in
            try await world.record(Self.ada, of: "C-1")
            let other = try await world.child("C-2")
            let change = try ParticularsText.read("name: Bob Invented\nnhs-number: 9434765919\n")
            await #expect(throws: PeopleFault.numberTaken) {
                try await world.practice.recordPerson(.child(other), change, at: world.site.code)
            }
            let fault = await #expect(throws: PeopleFault.self) {
                try await world.practice.person(.child(other), at: world.site.code)
            }
            #expect(fault.map { "\($0)" } == "the site has no such person")
            // The same person may say it again, and another site may have the same child.
            try await world.practice.recordPerson(
                .child(#require(ChildRef("C-1"))), ParticularsText.read("nhs-number: 943 476 5919"), at: world.site.code
            )
            let elsewhere = try await world.another("south")
            let there = try await world.child("C-2", at: elsewhere)
            try await world.practice.recordPerson(.child(there), change, at: elsewhere.code)
        }
    }

    @Test func `of two who record one number at once one is refused`() async throws {
        try await PeopleWorld.with { world in
            let change = try ParticularsText.read("name: Ada Invented\nnhs-number: 9434765919\n")
            let children = [try await world.child("C-1"), try await world.child("C-2")]
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for child in children {
                    group.addTask {
                        (try? await world.practice.recordPerson(.child(child), change, at: world.site.code)) != nil
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 1)
        }
    }

    @Test func `the family belongs to the child and is shown with it`() async throws {
        try await PeopleWorld.with { world in
            try await world.record(Self.ada, of: "C-1")
            let ref = try #require(ChildRef("C-1"))
            let mother = try await world.practice.recordPerson(
                .family(of: .ref(ref), .mother), ParticularsText.read("name: Eve Invented\ntelephone: 01632 960002"),
                at: world.site.code)
            let child = try await world.practice.person(.child(ref), at: world.site.code)
            #expect(child.relatives.map(\.name) == ["Eve Invented"])
            #expect(child.relatives.map(\.kinship) == [.mother])
            let shown = try await world.practice.person(.person(mother), at: world.site.code)
            #expect(shown.relatives.map(\.isChild) == [true])
            // Where the child lives is not told with the mother, and the other way round.
            #expect(shown.addresses.isEmpty)
            #expect(try await world.practice.search("eve", at: world.site.code).hits.map(\.isChild) == [false])
        }
    }

    @Test(arguments: [
        ("born: 2099-01-01\nname: A", ParticularFault.birthDate), ("born: 04/03/2012\nname: A", .birthDate),
        ("telephone: 1", .noName), ("name: A\nname: B", .twice("name")), ("name A", .line(1)),
        ("name: A\nshoe-size: 4", .line(2)), ("name: A\nnhs-number: 943 476 5918", .nhsNumberCheck),
        ("name: A\nupn: Q207000016049", .upnCheck),
        ("name: A\naddress from 2025-01-02 until 2025-01-01: B", .addressDays(2)),
        ("name: A\naddress since 2025-01-02: B", .addressDays(2)), ("name: a\u{7}b", .text("name")),
        ("name: \(String(repeating: "x", count: 501))", .text("name")),
    ])
    func `particulars that cannot be are refused by the name of the particular alone`(
        text: String, fault: ParticularFault
    ) async throws {
        try await PeopleWorld.with { world in
            let child = try await world.child("C-1")
            await #expect(throws: fault) {
                try await world.practice.recordPerson(.child(child), ParticularsText.read(text), at: world.site.code)
            }
        }
    }

    @Test func `a destroyed key takes all of the person with it, and the record stands`() async throws {
        try await PeopleWorld.with { world in
            let person = try await world.record(Self.ada, of: "C-1")
            try await world.record("name: Bob Madeup", of: "C-2")
            let kept = try await world.fixtures.transaction(in: world.site) { transaction in
                try await world.fixtures.vault.write(
                    narrative: "a note", id: .fresh(), of: person, site: world.site.id, in: transaction)
            }
            #expect(try world.fixtures.vault.destroyKeys(of: [person], site: world.site.id) == 1)
            await #expect(throws: VaultFault.self) {
                try await world.practice.person(.child(#require(ChildRef("C-1"))), at: world.site.code)
            }
            await #expect(throws: VaultFault.self) {
                try await world.fixtures.transaction(in: world.site) { transaction in
                    _ = try await world.fixtures.vault.read(kept, site: world.site.id, in: transaction)
                }
            }
            #expect(try await world.names("bob") == ["Bob Madeup"])
            #expect(try await world.fixtures.verify(world.site).isSound)
        }
    }
}
