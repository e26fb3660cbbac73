import CivilDate
import EpisodeEngine
import EpisodeStore
import Exchange
import Intervention
import Testing

@Suite struct RegisterImportTests {
    private let rows = [
        Register.closed, Register.declined,
        Register.row(
            Register.declined,
            [.episodeRef: "E-3", .decision: "accepted", .decidedOn: nil, .declineReason: nil, .therapist: "T2"]
        ),
        Register.row(
            Register.declined, [.episodeRef: "E-4", .decision: "pending", .decidedOn: nil, .declineReason: nil]
        ),
    ]

    @Test func `the record says of every row what the row says`() async throws {
        try await ImportWorld.with { world in
            let report = try await world.take(rows)
            #expect(report.problems.isEmpty)
            #expect(report.isApplied)
            #expect(report.counts.added == 4)
            for row in rows {
                let cells = try #require(try await world.cells(row[.episodeRef] ?? ""))
                for column in RegisterColumn.allCases { #expect(cells[column] ?? "" == row[column] ?? "") }
            }
            #expect(try await world.isSound())
        }
    }

    @Test func `all rows of a file become known at one instant`() async throws {
        try await ImportWorld.with { world in
            try await world.take(rows)
            var stamps: Set<Instant> = []
            for reference in ["E-1", "E-2", "E-3", "E-4"] {
                let state = try #require(try await world.episode(reference))
                stamps.formUnion(try await world.stamps(of: state.id))
            }
            #expect(stamps.count == 1)
        }
    }

    @Test func `a decision without a day is put on the day of referral and marked`() async throws {
        try await ImportWorld.with { world in
            let report = try await world.take([rows[2]])
            let facts = try #require(try await world.episode("E-3")?.history.facts)
            #expect(facts.decision?.on == facts.referredOn)
            #expect(facts.decision?.screening.dayIsEstimated == true)
            #expect(report.advisories.map(\.code) == [.decisionDayEstimated])
        }
    }

    @Test func `importing the same file again changes nothing`() async throws {
        try await ImportWorld.with { world in
            try await world.take(rows)
            let before = try await world.tables(except: ["exchange.import"])
            let report = try await world.take(rows)
            #expect(report.counts.unchanged == 4)
            #expect(report.counts.added + report.counts.corrected == 0)
            #expect(try await world.tables(except: ["exchange.import"]) == before)
        }
    }

    @Test func `a trial says what would be done and changes nothing`() async throws {
        try await ImportWorld.with { world in
            try await world.take([rows[0], rows[1]])
            let before = try await world.tables()
            let corrected = Register.row(rows[0], [.closedOn: "2025-06-02"])
            let report = try await world.take([corrected, rows[2]], ImportOptions(isTrial: true))
            #expect(!report.isApplied)
            #expect(report.counts.added == 1)
            #expect(report.counts.corrected == 1)
            #expect(report.counts.absent == 1)
            #expect(try await world.tables() == before)
        }
    }

    @Test func `a file with any problem changes nothing`() async throws {
        try await ImportWorld.with { world in
            let before = try await world.tables()
            let report = try await world.take(rows + [Register.row(rows[0], [.episodeRef: "E-9", .sex: "x"])])
            #expect(report.problems.map(\.code) == [.unknownCode])
            #expect(!report.isApplied)
            #expect(report.rejectedRows.isEmpty)
            #expect(try await world.tables() == before)
        }
    }

    @Test func `good rows of a file go in when that was asked for, and the others come back`() async throws {
        try await ImportWorld.with { world in
            let bad = Register.row(rows[0], [.episodeRef: "E-9", .childRef: "C-9", .sex: "x"])
            let report = try await world.take(rows + [bad], ImportOptions(acceptsValid: true))
            #expect(report.isApplied)
            #expect(report.hasProblems)
            #expect(report.counts.added == 4)
            #expect(report.counts.rejected == 1)
            #expect(try await world.episode("E-9") == nil)
            let rejected = String(decoding: report.rejectedRows, as: UTF8.self)
            #expect(rejected.contains("sex: ") && rejected.contains("[unknown-code]"))
            let mended = RegisterFile(name: "m.csv", bytes: Array(rejected.replacing(",x,", with: ",M,").utf8))
            let again = try await world.importer.run(mended, at: Register.code("leeds"))
            #expect(again.problems.isEmpty)
            #expect(again.counts.added == 1)
        }
    }

    @Test func `a file that cannot be read as a table changes nothing even then`() async throws {
        try await ImportWorld.with { world in
            let text = Register.text([rows[0]]) + "E-9,\"north"
            let file = RegisterFile(name: "r.csv", bytes: Array(text.utf8))
            let report = try await world.importer.run(
                file, at: Register.code("leeds"), ImportOptions(acceptsValid: true)
            )
            #expect(report.problems.contains { $0.code == .unclosedQuote })
            #expect(!report.isApplied)
            #expect(try await world.episode("E-1") == nil)
        }
    }

    @Test func `what goes wrong before the commit leaves nothing`() async throws {
        struct Stop: Error {}
        try await ImportWorld.with { world in
            let before = try await world.tables()
            let file = RegisterFile(name: "r.csv", bytes: Array(Register.text(rows).utf8))
            await #expect(throws: Stop.self) {
                try await world.importer.run(file, at: Register.code("leeds"), beforeCommit: { _ in throw Stop() })
            }
            #expect(try await world.tables() == before)
        }
    }

    @Test func `two imports of one file at once add its rows once`() async throws {
        try await ImportWorld.with { world in
            let file = RegisterFile(name: "r.csv", bytes: Array(Register.text(rows).utf8))
            let reports = try await withThrowingTaskGroup(of: ImportReport.self) { group in
                for _ in 0..<2 {
                    group.addTask { try await world.importer.run(file, at: Register.code("leeds")) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reports.map(\.counts.added).sorted() == [0, 4])
            #expect(reports.map(\.counts.unchanged).sorted() == [0, 4])
        }
    }

    @Test func `a reference of one site says nothing of another's`() async throws {
        try await ImportWorld.with { world in
            try await world.take(rows)
            _ = try await world.secondSite("york")
            let report = try await world.take(rows, at: "york")
            #expect(report.counts.added == 4)
            #expect(report.counts.absent == 0)
        }
    }

    @Test func `nothing of a row lies about in clear`() async throws {
        try await ImportWorld.with { world in
            let row = Register.row(Register.closed, [.episodeRef: "Zyxwv-1", .childRef: "Zyxwv-2"])
            try await world.take([row])
            let tables = try await world.tables()
            let clear = Array("Zyxwv".utf8).map { String($0, radix: 16) }.joined()
            for name in ["exchange.import", "exchange.imported_row", "narrative.text", "reporting.episode_fact"] {
                let text = try #require(tables[name])
                #expect(!text.contains("Zyxwv") && !text.contains(clear))
            }
        }
    }

    @Test func `progress is told to the end`() async throws {
        try await ImportWorld.with { world in
            var last: [ImportProgress.Step: ImportProgress] = [:]
            let file = RegisterFile(name: "r.csv", bytes: Array(Register.text(rows).utf8))
            _ = try await world.importer.run(
                file, at: Register.code("leeds"), progress: { now in last[now.step] = now })
            for step in [ImportProgress.Step.checking, .writing] {
                #expect(last[step]?.done == 4)
                #expect(last[step]?.total == 4)
            }
        }
    }
}
