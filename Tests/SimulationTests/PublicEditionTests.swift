import CivilDate
import EpisodeFixtures
import Practice
import Reporting
import Testing

/// What everybody may read of an invented network of the size of the demonstration's.
@Suite struct PublicEditionTests {
    /// Where instrumental outcomes stand, no column has few families: of a few, three small answers tell that there are three.
    private static func expectFamiliesForInstrumentalOutcomes(_ document: EditionDocument) {
        let row = "Carer has the skills: yes"
        let tables = document.tables.filter { table in table.rows.contains { $0.name == row } }
        #expect(!tables.isEmpty)
        for table in tables {
            for column in table.columns {
                let families = table.cell("closures with the opportunity for a full course", column)?.value
                #expect(families.map { $0 == 0 || $0 >= 10 } ?? true, "\(table.name), \(column)")
            }
        }
    }

    @Test func `a public edition of an invented network withholds under a third of its figures`() async throws {
        try await SimulationWorld.with { world in
            try await world.make(sites: 24, families: 3_000, months: 36, writers: 4)
            let from = try #require(CivilDate(iso: "2025-01-01"))
            let through = try #require(CivilDate(iso: "2025-12-31"))
            for profile in EditionProfile.allCases {
                let request = try EditionRequest(profile, from: from, through: through)
                let started = ContinuousClock.now
                let frozen = try await world.practice.freeze(request, madeBy: "a test", dryRun: true)
                print("\(profile.rawValue): withheld \(frozen.document.withheldText) in \(started.duration(to: .now))")
                #expect(frozen.document.figures > 100)
                Self.expectFamiliesForInstrumentalOutcomes(frozen.document)
                guard profile.isPublic else { continue }
                #expect(3 * frozen.document.withheld < frozen.document.figures)
                let nations = try #require(frozen.document.tables.first { $0.name == "nations, mst" })
                #expect(
                    nations.columns == ["England", "Ireland + Northern Ireland + Scotland + Wales", "all sites"])
                #expect(nations.rows.contains { $0.name == "Carer has the skills: yes" })
                #expect(nations.cell("Carer has the skills: yes", "England")?.value ?? 0 > 0)
            }
        }
    }
}
