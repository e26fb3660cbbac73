/// One linear program in the solver's hands. It remembers where it stood, so that asking for another cost or with other
/// limits is quick.
@safe final class CLPModel {
    /// What the solver said.
    enum Answer {
        /// The unknowns at the least cost.
        case found([Double])
        /// Nothing fulfils the limits.
        case impossible
        /// The solver gave up; whoever asks must take the worst for true.
        case undecided
    }

    /// How long the solver may try: a count of steps and no time, so that every machine gives the same answer.
    private static let steps: Int32 = 200_000

    private let clp: CLP
    private let model: CLP.Model
    private let columns: Int
    private let rows: Int

    /// Hands a program over; nil when the solver has no memory left.
    init?(_ program: LinearProgram, _ clp: CLP) {
        guard let model = unsafe clp.newModel() else { return nil }
        self.clp = clp
        unsafe self.model = model
        columns = program.lower.count
        rows = program.rowLower.count
        let matrix = program.columns()
        unsafe clp.setLogLevel(model, 0)
        unsafe clp.setMaximumIterations(model, Self.steps)
        unsafe clp.loadProblem(
            model, Int32(columns), Int32(rows), matrix.starts, matrix.rows, matrix.weights, program.lower,
            program.upper, program.cost, program.rowLower, program.rowUpper)
    }

    deinit { unsafe clp.deleteModel(model) }

    /// Solves it anew from where it stands after the limits have changed.
    func solve(from lower: [Double], through upper: [Double]) -> Answer {
        unsafe clp.changeLower(model, lower)
        unsafe clp.changeUpper(model, upper)
        return answer(unsafe clp.dual(model, 0))
    }

    /// Solves it for other costs and with other limits.
    func solve(_ cost: [Double], from lower: [Double], through upper: [Double]) -> Answer {
        unsafe clp.changeCost(model, cost)
        return solve(from: lower, through: upper)
    }

    /// Solves it for other costs.
    func solve(_ cost: [Double]) -> Answer {
        unsafe clp.changeCost(model, cost)
        return answer(unsafe clp.primal(model, 0))
    }

    /// Solves it.
    func solve() -> Answer { answer(unsafe clp.dual(model, 0)) }

    /// The sums that hold the last answer where it is: those that it would move with.
    func bindingRows() -> [Int] {
        guard let prices = unsafe clp.prices(model) else { return [] }
        return (0..<rows).filter { abs(unsafe prices[$0]) > 1e-7 }
    }

    private func answer(_ code: Int32) -> Answer {
        guard code == 0, let solution = unsafe clp.solution(model) else {
            return code == 1 ? .impossible : .undecided
        }
        return .found((0..<columns).map { unsafe solution[$0] })
    }
}
