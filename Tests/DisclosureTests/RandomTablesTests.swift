import Disclosure
import Testing

/// What is published is attacked with another solver, which is told only what is printed.
@Suite struct RandomTablesTests {
    @Test func `none of 1,000 linked tables is pinned, and another solver finds the limits that ours finds`() throws {
        let (attacker, suppressor) = (try Attacker(), try Suppressor())
        var ours: [[CellBounds]] = []
        var questions: [SecondSolver.Question] = []
        var refused = 0
        for seed in 0..<1_000 {
            let release = try RandomTables.release(seed)
            let small = release.cells.indices.filter { release.cells[$0].isProtected }
            guard let pattern = try? suppressor.pattern(for: release) else {
                // Only an earlier edition, which is out, can leave no way.
                #expect(seed % 3 == 1)
                refused += 1
                continue
            }
            ours.append(try attacker.bounds(of: small, in: release, as: pattern))
            questions.append(SecondSolver.Question(release, pattern, asked: small))
        }
        #expect(refused < 100)
        let theirs = try SecondSolver.answers(to: questions)
        #expect(theirs.count == questions.count)
        var asked = 0
        for (table, limits) in theirs.enumerated() {
            for (bounds, other) in zip(ours[table], limits) {
                asked += 1
                #expect(other[1] - other[0] > 2.5)
                let whole = try #require(bounds.whole)
                #expect(abs(Double(whole.lowerBound) - other[0]) < 0.5)
                #expect(abs(Double(whole.upperBound) - other[1]) < 0.5)
                guard other.count == 4 else { continue }
                #expect(abs(bounds.linear.lowerBound - other[2]) < 1e-4)
                #expect(abs(bounds.linear.upperBound - other[3]) < 1e-4)
            }
        }
        print("\(questions.count) tables, \(asked) figures asked for, \(refused) refused for an earlier edition")
        #expect(asked > 1_000)
    }

    @Test func `what the attacker finds before suppression the other solver finds too`() throws {
        let attacker = try Attacker()
        var questions: [SecondSolver.Question] = []
        var exposed: [Set<Int>] = []
        for seed in 0..<60 {
            let release = try RandomTables.release(seed)
            let pattern = Pattern(primaryOf: release)
            exposed.append(Set(try attacker.exposed(in: release, as: pattern)))
            let small = release.cells.indices.filter { release.cells[$0].isProtected }
            questions.append(SecondSolver.Question(release, pattern, asked: small))
        }
        #expect(exposed.contains { !$0.isEmpty })
        let answers = try SecondSolver.answers(to: questions)
        for (table, limits) in answers.enumerated() {
            let pinned = zip(questions[table].asked, limits).filter { $1[1] - $1[0] < 2.5 }.map(\.0)
            #expect(Set(pinned) == exposed[table])
        }
    }

    @Test(arguments: 0..<12)
    func `the same release gets the same pattern`(seed: Int) throws {
        let release = try RandomTables.release(3 * seed)
        let first = try Suppressor().pattern(for: release)
        #expect(try Suppressor().pattern(for: try RandomTables.release(3 * seed)) == first)
    }
}
