/// The least value of a figure in whole numbers: branch and bound on top of the solver.
struct WholeSearch {
    /// How many programs are enough for one question.
    static let most = 2_000

    let puzzle: LocalPuzzle
    let clp: CLP
    /// How many programs may be solved for one question. An answer that needs more is not known.
    let limit: Int
    /// How many were solved.
    private(set) var asked = 0

    init(puzzle: LocalPuzzle, clp: CLP, limit: Int) {
        self.puzzle = puzzle
        self.clp = clp
        self.limit = limit
    }

    /// The least (`sign` 1) or greatest (-1) value of the figure in a column; nil when the search was given up.
    /// - Parameter known: A value that it is known to have in some table of whole numbers.
    mutating func extreme(of column: Int, _ sign: Int, known: Int) -> Int? {
        var program = puzzle.program
        program.cost = Array(repeating: 0, count: program.lower.count)
        program.cost[column] = Double(sign)
        guard let model = CLPModel(program, clp) else { return nil }
        var best = sign * known
        var open = [(program.lower, program.upper)]
        let last = asked + limit
        while let (lower, upper) = open.popLast() {
            asked += 1
            guard asked <= last else { return nil }
            switch model.solve(from: lower, through: upper) {
            case .impossible: continue
            case .undecided: return nil
            case .found(let answer):
                let bound = Int((Double(sign) * answer[column] - 1e-6).rounded(.up))
                guard bound < best else { continue }
                if let witness = puzzle.witness(answer) {
                    best = min(best, sign * witness[column].value)
                    continue
                }
                guard let broken = Self.mostBroken(answer) else { return nil }
                var (below, above) = (upper, lower)
                below[broken] = answer[broken].rounded(.down)
                above[broken] = answer[broken].rounded(.up)
                open.append((lower, below))
                open.append((above, upper))
            }
        }
        return sign * best
    }

    /// A table in which the figure in a column has a value; nil when there is none or the search was given up.
    mutating func table(giving column: Int, _ value: Int) -> [Sightings.Entry]? {
        var program = puzzle.program
        (program.lower[column], program.upper[column]) = (Double(value), Double(value))
        guard let model = CLPModel(program, clp) else { return nil }
        var open = [(program.lower, program.upper)]
        let last = asked + limit
        while let (lower, upper) = open.popLast() {
            asked += 1
            guard asked <= last else { return nil }
            guard case .found(let answer) = model.solve(from: lower, through: upper) else { continue }
            if let witness = puzzle.witness(answer, around: column) { return witness }
            guard let broken = Self.mostBroken(answer) else { return nil }
            var (below, above) = (upper, lower)
            below[broken] = answer[broken].rounded(.down)
            above[broken] = answer[broken].rounded(.up)
            // The nearer one is looked at first.
            let isUpward = answer[broken] - below[broken] > 0.5
            open += isUpward ? [(lower, below), (above, upper)] : [(above, upper), (lower, below)]
        }
        return nil
    }

    /// The unknown that is farthest from a whole number; nil when all are whole.
    private static func mostBroken(_ answer: [Double]) -> Int? {
        var worst: (column: Int, distance: Double)?
        for (column, value) in answer.enumerated() {
            let distance = abs(value - value.rounded())
            if distance > worst?.distance ?? 1e-6 { worst = (column, distance) }
        }
        return worst?.column
    }
}
