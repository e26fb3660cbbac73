import EpisodeFixtures
import InstrumentFile
import Intervention
import Postgres
import Practice
import Testing

@testable import Sites

@Suite struct InstrumentPracticeTests {
    /// A file that defines so many items, the first of them reversed.
    private func file(
        _ id: String = "tam-r", version: Int = 1, items: Int = 28, word: String = "Agreed"
    ) throws -> InstrumentFile {
        let head = """
            id: \(id)
            version: \(version)
            title: Own
            licence: test
            source: test [I]
            aggregate: share
            leastAnswered: 1
            sections: []
            answers:
              - set: agree
                options: [{code: "n", counts: 0}, {code: "y", counts: 1, wording: \(word)}]
            items:

            """
        let rows = (1...items).map { "  - {key: q\($0), answers: agree, reversed: \($0 == 1)}\n" }
        return try InstrumentFile.read(Array((head + rows.joined()).utf8))
    }

    private let north = SiteCode("NORTH")
    private let south = SiteCode("SOUTH")

    private func with(_ body: (SiteWorld, SiteCode) async throws -> Void) async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"], isLicensed: true))
            try await world.apply(try world.file("SOUTH", teams: ["A mst 2024-04-01"], isLicensed: true))
            try await body(world, try #require(north))
        }
    }

    @Test func `a site begins with what comes with the program`() async throws {
        try await with { world, site in
            let shelf = try await world.practice.instruments(at: site)
            #expect(shelf == .builtIn)
            #expect(shelf.entries.map(\.definition.id) == ["demo-adherence", "sdq"])
        }
    }

    @Test func `a definition is loaded once, for one site, and the highest version is in force`() async throws {
        try await with { world, site in
            let first = try file()
            #expect(try await world.practice.load(first, at: site))
            #expect(try await !world.practice.load(first, at: site))
            #expect(try await world.practice.instruments(at: site)["tam-r"] == first.definition)

            let second = try file(version: 2, word: "Yes")
            #expect(try await world.practice.load(second, at: site))
            let shelf = try await world.practice.instruments(at: site)
            #expect(shelf["tam-r"] == second.definition)
            #expect(shelf.editions.filter { $0.id == "tam-r" } == [first.definition, second.definition])
            let other = try #require(south)
            #expect(try await world.practice.instruments(at: other) == .builtIn)
        }
    }

    @Test func `the same version with other content is refused`() async throws {
        try await with { world, site in
            let first = try file()
            _ = try await world.practice.load(first, at: site)
            await #expect(throws: InstrumentMisfit.taken("tam-r", InstrumentVersion(1))) {
                try await world.practice.load(file(word: "Yes"), at: site)
            }
            #expect(try await world.practice.instruments(at: site)["tam-r"] == first.definition)
        }
    }

    @Test func `a dry run says what would be, and changes nothing`() async throws {
        try await with { world, site in
            let first = try file()
            #expect(try await world.practice.load(first, at: site, dryRun: true))
            #expect(try await world.practice.instruments(at: site) == .builtIn)
        }
    }

    @Test func `what cannot be the instrument is refused with what would be right`() async throws {
        try await with { world, site in
            await #expect(throws: InstrumentMisfit.wrongItems("tam-r", given: 27, wanted: 28)) {
                try await world.practice.load(file(items: 27), at: site)
            }
            let unknown = await #expect(throws: InstrumentMisfit.self) {
                try await world.practice.load(file("tam-x"), at: site)
            }
            #expect(unknown?.description.contains("there are cam, demo-adherence, sam, sdq, tam-can, tam-r") == true)
            await #expect(throws: InstrumentMisfit.otherScoring("sdq")) {
                try await world.practice.load(file("sdq", items: 25), at: site)
            }
            let ownNumber = try file("tam-can", items: 31)
            #expect(try await world.practice.load(ownNumber, at: site))
        }
    }
}
