import CivilDate
import Exchange
import Intervention
import Practice
import Testing

@Suite struct ListFileTests {
    private let row: [PlacementColumn: String] = [
        .childRef: "C-1", .setting: "foster", .startedOn: "2025-02-01", .endedOn: "2025-03-01",
    ]
    private let interview: [InterviewColumn: String] = [
        .episodeRef: "E-1", .instrument: "tam-r", .interviewedOn: "2025-03-01", .result: "completed",
        .collectedBy: "call-centre", .respondent: "mother", .score: "0.61",
    ]

    @Test(arguments: ["\n", "\r", "\r\n"])
    func `every end of line and a byte-order mark are read`(end: String) async throws {
        try await ListWorld.with { world in
            let file = ListWorld.file([row], end: end, start: "\u{FEFF}")
            let report = try await world.placements.run(file, at: Register.code("leeds"))
            #expect(report.problems.isEmpty)
            #expect(report.counts.added == 1)
        }
    }

    @Test func `hostile text is refused without a fault, and every row of it is counted`() async throws {
        try await ListWorld.with { world in
            var hostile = HostileText(seed: 7)
            for _ in 0..<40 {
                var writer = CSVWriter(.machine)
                writer.write(InterviewColumn.allCases.map(\.rawValue))
                for _ in 0..<5 { writer.write(hostile.record(width: InterviewColumn.allCases.count)) }
                let file = TableFile<InterviewColumn>(name: "l.csv", bytes: writer.take())
                let report = try await world.interviews.run(file, at: Register.code("leeds"))
                #expect(!report.isApplied)
                #expect(report.counts.rejected == report.counts.rows)
            }
            #expect(try await world.interviews(of: "E-1").isEmpty)
        }
    }

    @Test func `what goes wrong before the commit leaves nothing`() async throws {
        struct Stop: Error {}
        try await ListWorld.with { world in
            let before = try await world.imports.tables()
            await #expect(throws: Stop.self) {
                try await world.interviews.run(
                    ListWorld.file([interview]), at: Register.code("leeds"), beforeCommit: { _ in throw Stop() })
            }
            #expect(try await world.imports.tables() == before)
            #expect(try await world.take([interview], by: \.interviews).counts.added == 1)
        }
    }

    @Test func `a list of one site says nothing of another's`() async throws {
        try await ListWorld.with { world in
            try await world.take([row], by: \.placements)
            _ = try await world.imports.secondSite("york")
            let unknown = try await world.take([row], by: \.placements, at: "york")
            #expect(unknown.problems.map(\.code) == [.unknownChild])
            #expect(unknown.absent.isEmpty)
            try await world.imports.take(ListWorld.register, at: "york")
            #expect(try await world.take([row], by: \.placements, at: "york").counts.added == 1)
        }
    }

    @Test func `a list and the register do not mix up what they imported`() async throws {
        try await ListWorld.with { world in
            try await world.take([interview], by: \.interviews)
            try await world.take([row], by: \.placements)
            let register = try await world.imports.take(ListWorld.register)
            #expect(register.counts.unchanged == 4)
            #expect(register.absent.isEmpty)
            #expect(try await world.take([interview], by: \.interviews).absent.isEmpty)
        }
    }

    @Test func `a row that another import adds at once is added once`() async throws {
        try await ListWorld.with { world in
            let reports = try await withThrowingTaskGroup(of: ImportReport.self) { group in
                for _ in 0..<2 { group.addTask { try await world.take([interview], by: \.interviews) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reports.map(\.counts.added).sorted() == [0, 1])
        }
    }

    @Test func `a file that lacks a column says nothing of it`() async throws {
        try await ListWorld.with { world in
            try await world.take([row], by: \.placements)
            let columns: [PlacementColumn] = [.childRef, .setting, .startedOn]
            let report = try await world.take(
                [changed(row, [.setting: "kin"])], by: \.placements, columns: columns)
            #expect(report.counts.corrected == 1)
            let spell = try #require(try await world.child(of: "E-1")?.placements.first)
            #expect(spell.placement.setting == .kin)
            #expect(spell.endedOn == Register.day("2025-03-01"))
        }
    }

    @Test func `rows of many chunks are taken, and again none`() async throws {
        try await ListWorld.with { world in
            let first = Register.day("2025-01-21")
            let numbers = Array(1...250)
            try await world.imports.take(
                numbers.map { Register.row(Register.closed, [.episodeRef: "F-\($0)", .childRef: "D-\($0)"]) })
            let rows = numbers.flatMap { number in
                (0..<9).map { month in
                    let day = first.adding(days: 14 * month).description
                    return changed(interview, [.episodeRef: "F-\(number)", .interviewedOn: day])
                }
            }
            let report = try await world.take(rows.reversed(), by: \.interviews)
            #expect(report.counts.added == 2250, "\(report.problems.prefix(3))")
            #expect(try await world.take(rows, by: \.interviews).counts.unchanged == 2250)
            #expect(try await world.imports.isSound())
        }
    }
}
