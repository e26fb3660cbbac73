import Exchange
import Intervention
import MSTCAN
import StandardMST
import Testing

@Suite struct RandomImportTests {
    @Test(arguments: 0..<4)
    func `after any files in a row the record says what the last one says`(seed: Int) async throws {
        try await ImportWorld.with { world in
            var random = RandomRegister(seed: 50 + seed, models: [("north", StandardMST()), ("south", MSTCAN())])
            var teams: [Int: String] = [:]
            for _ in 0..<3 {
                let rows = (0..<25).map { number in
                    let row = random.row("E\(number)", team: teams[number])
                    teams[number] = row[.team]
                    return row
                }
                let report = try await world.take(rows, ImportOptions(acceptsValid: true))
                #expect(report.problems.isEmpty)
                for (number, row) in rows.enumerated() {
                    let cells = try #require(try await world.cells("E\(number)"))
                    for column in RegisterColumn.allCases { #expect(cells[column] ?? "" == row[column] ?? "") }
                }
                #expect(try await world.take(rows).counts.unchanged == 25)
            }
            #expect(try await world.isSound())
        }
    }
}
