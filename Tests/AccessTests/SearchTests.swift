import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Testing
import Vault

/// Finding people by what the database cannot read.
@Suite struct SearchTests {
    private static let people = [
        "Zoë Müller", "Zoey Mulligan", "Siobhán O'Brien", "Brian Obrien-Smith", "Anna-Lena Smith", "Sam Smithers",
        "Li Wu",
    ]

    private func withPeople(_ body: (PeopleWorld) async throws -> Void) async throws {
        try await PeopleWorld.with { world in
            for (number, name) in Self.people.enumerated() {
                try await world.record("name: \(name)", of: "C-\(number)")
            }
            try await body(world)
        }
    }

    @Test func `people are found by beginnings of their names, whatever the marks, the best first`() async throws {
        try await withPeople { world in
            for (text, wanted) in [
                ("zoe", ["Zoë Müller", "Zoey Mulligan"]), ("ZOEY", ["Zoey Mulligan", "Zoë Müller"]),
                ("muller zoë", ["Zoë Müller", "Zoey Mulligan"]),
                ("o'brien", ["Brian Obrien-Smith", "Siobhán O'Brien"]),
                ("obrien siobhan", ["Siobhán O'Brien"]),
                ("smith", ["Anna-Lena Smith", "Brian Obrien-Smith", "Sam Smithers"]),
                ("smithe", ["Sam Smithers", "Anna-Lena Smith", "Brian Obrien-Smith"]),
                ("lena ann", ["Anna-Lena Smith"]),
                ("li", ["Li Wu"]), ("wu li", ["Li Wu"]), ("zo", []), ("nobody", []), ("smith zoe", []),
            ] {
                let names = try await world.names(text)
                #expect(names == wanted, "\(text)")
            }
        }
    }

    @Test func `numbers are found whole`() async throws {
        try await PeopleWorld.with { world in
            try await world.record("name: Ada Invented\nnhs-number: 943 476 5919\nupn: P207000016049", of: "C-1")
            for text in ["943 476 5919", "9434765919", "p207000016049"] {
                #expect(try await world.names(text) == ["Ada Invented"])
            }
            #expect(try await world.names("943") == [])
            #expect(try await world.names("4010232137") == [])
        }
    }

    @Test func `nothing that is looked for finds an address, sensitive or not`() async throws {
        try await PeopleWorld.with { world in
            try await world.record(
                "name: Ada Invented\nsensitive-address: 2 Refuge Road\naddress: 1 Old Street\ntelephone: 01632960001",
                of: "C-1")
            for text in ["refuge", "2 Refuge Road", "old street", "01632960001"] {
                #expect(try await world.names(text) == [])
            }
        }
    }

    @Test func `another site's people are not found, nor are their ids`() async throws {
        try await withPeople { world in
            let elsewhere = try await world.another("south")
            #expect(try await world.practice.search("smith", at: elsewhere.code).hits == [])
            let person = try #require(try await world.practice.search("smith", at: world.site.code).hits.first).person
            await #expect(throws: PeopleFault.unknownPerson(person)) {
                try await world.practice.person(.person(person), at: elsewhere.code)
            }
        }
    }

    @Test func `no more than 200 are shown, and that there are more is said`() async throws {
        try await PeopleWorld.with { world in
            for number in 0..<203 { try await world.record("name: Ada Number\(number)", of: "C-\(number)") }
            let found = try await world.practice.search("ada", at: world.site.code)
            #expect(found.hits.count == 200)
            #expect(found.isCut)
            #expect(
                try await world.practice.search("ada number7", at: world.site.code).hits.first?.children.map(\.text)
                    == ["C-7"])
        }
    }

    @Test(arguments: ["", "  ", "'-"]) func `nothing is no search`(text: String) async throws {
        try await PeopleWorld.with { world in
            await #expect(throws: PeopleFault.nothingToSearch) {
                try await world.practice.search(text, at: world.site.code)
            }
        }
    }
}
