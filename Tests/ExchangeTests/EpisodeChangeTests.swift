import CivilDate
import EpisodeEngine
import Exchange
import Intervention
import MSTCAN
import StandardMST
import Testing

@Suite struct EpisodeChangeTests {
    private let child = ChildID(high: 9, low: 1)
    private let site = RegisterSite(
        code: Register.code("leeds"), jurisdiction: .england, today: Register.today,
        teams: Array(Register.site.teams.values),
        closureReasons: ["mst": StandardMST().closureReasons.map(\.id), "mst-can": MSTCAN().closureReasons.map(\.id)]
    )

    private func rulebook(_ model: ModelID) throws -> Rulebook {
        let model: any InterventionModel = model == "mst" ? StandardMST() : MSTCAN()
        return try Rulebook(model: model, settings: ModelSettings(of: model, version: SettingsVersion(1)))
    }

    private func row(_ cells: [RegisterColumn: String]) throws -> RegisterRow {
        let contents = Register.read([cells], for: site)
        #expect(contents.problems.isEmpty)
        return try #require(contents.lines.first?.row)
    }

    private func team(of row: RegisterRow) throws -> TeamID { try #require(site.teams[row.team]).id }

    private func history(of row: RegisterRow) throws -> History<EpisodeStream> {
        var history = History<EpisodeStream>()
        let entries = row.entries(child: child, team: try team(of: row))
        let decisions = try Engine.decide(entries, after: history, under: rulebook(row.model), today: Register.today)
        for decision in decisions { take(decision, into: &history) }
        return history
    }

    private func take(_ decision: Decision<EpisodeEvent>, into history: inout History<EpisodeStream>) {
        history.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
    }

    private func cells(_ history: History<EpisodeStream>, like row: RegisterRow) throws -> RegisterCells {
        let facts = try #require(history.facts)
        let teamID = try #require(facts.assignment).team
        let code = try #require(site.teams.values.first { $0.id == teamID }).code
        let record = try #require(RegisterRow(episode: facts, child: try ChildFacts.of(row), team: code))
        var cells = record.cells
        cells[.householdRef] = row.householdRef?.text
        return cells
    }

    private func change(
        _ history: inout History<EpisodeStream>, from record: RegisterRow, to target: RegisterRow
    ) throws {
        let change = EpisodeChange(
            history, from: record, to: target, child: child, team: try team(of: target), today: Register.today
        )
        if change.needsCorrection {
            let correction = Correction(
                cause: .fileImport, replacements: change.replacements, withdrawals: change.withdrawals
            )
            take(
                try Engine.decide(
                    correction, after: history, under: rulebook(target.model), today: Register.today
                ), into: &history
            )
        }
        guard !change.entries.isEmpty else { return }
        let decisions = try Engine.decide(
            change.entries, after: history, under: rulebook(target.model), today: Register.today
        )
        for decision in decisions { take(decision, into: &history) }
    }

    private var generator: (Int) -> RandomRegister {
        { RandomRegister(seed: $0, models: [("north", StandardMST()), ("south", MSTCAN())]) }
    }

    @Test(arguments: 0..<200)
    func `the record says of a new row what the row said`(seed: Int) throws {
        var random = generator(seed)
        let row = try row(random.row("E1"))
        #expect(try cells(history(of: row), like: row) == row.cells)
    }

    @Test(arguments: 0..<200)
    func `nothing is asked of the record when the row says what it says`(seed: Int) throws {
        var random = generator(seed)
        let row = try row(random.row("E1"))
        let change = EpisodeChange(
            try history(of: row), from: row, to: row, child: child, team: try team(of: row), today: Register.today
        )
        #expect(change.isEmpty)
    }

    @Test(arguments: 0..<400)
    func `whatever a row says next, the record says it too`(seed: Int) throws {
        var random = generator(seed)
        let first = try row(random.row("E1"))
        let second = try row(random.row("E1", team: first.team.text))
        var history = try history(of: first)
        try change(&history, from: first, to: second)
        #expect(try cells(history, like: second) == second.cells)
    }

    @Test(arguments: 0..<100)
    func `the model may change while treatment has not started`(seed: Int) throws {
        var random = generator(seed)
        let first = try row(random.row("E1", team: "north"))
        let second = try row(random.row("E1", team: "south"))
        var history = try history(of: first)
        if first.firstSessionOn == nil && first.closedOn == nil {
            try change(&history, from: first, to: second)
            #expect(try cells(history, like: second) == second.cells)
        } else {
            #expect(throws: Refusal.modelChanged) { try change(&history, from: first, to: second) }
        }
    }

    @Test func `another therapist has the family from the day of the import`() throws {
        let first = try row(Register.closed)
        let second = try row(Register.row(Register.closed, [.therapist: "T2"]))
        var history = try history(of: first)
        try change(&history, from: first, to: second)
        let assignments = try #require(history.facts).assignments
        #expect(assignments.map(\.therapist?.text) == [nil, "T1", "T2"])
        #expect(assignments.last?.from == Register.today)
    }

    @Test func `an emptied closing is withdrawn, and the events of treatment stand`() throws {
        let first = try row(Register.closed)
        let second = try row(
            Register.row(
                Register.closed,
                [.closedOn: nil, .closureReason: nil, .atHome: nil, .inSchoolOrWork: nil, .noNewArrests: nil]
            )
        )
        var history = try history(of: first)
        try change(&history, from: first, to: second)
        #expect(history.facts?.closing == nil)
        #expect(history.facts?.startedOn == first.firstSessionOn)
        #expect(history.withdrawn.map(\.event.name) == [.closed])
    }

    @Test func `answers that no register asks are kept when the closing is corrected`() throws {
        let first = try row(Register.closed)
        var history = try history(of: first)
        let closing = try #require(history.standing.last)
        let other: OutcomeKey = "abuse_free"
        let replaced = EpisodeEvent.closed(
            Closing(
                reason: "completed",
                outcomes: [.atHome: .yes, .inSchoolOrWork: .no, .noNewArrests: .unknown, other: .yes]),
            .completed, interviewExpectedFrom: DayCount(14)
        )
        let set = CorrectionSet(
            cause: .newInformation, narrative: nil,
            replacements: [Recorded(seq: closing.seq, occurredOn: closing.occurredOn, event: replaced)], withdrawals: []
        )
        history.apply(Recorded(seq: history.head.next, occurredOn: Register.today, event: .corrected(set)))
        let second = try row(Register.row(Register.closed, [.atHome: "no"]))
        let change = EpisodeChange(
            history, from: first, to: second, child: child, team: try team(of: second), today: Register.today
        )
        guard case .close(let wanted) = change.replacements.first?.command else {
            Issue.record("the closing is not replaced")
            return
        }
        #expect(wanted.outcomes == [.atHome: .no, .inSchoolOrWork: .no, .noNewArrests: .unknown, other: .yes])
    }
}

extension ChildFacts {
    /// The facts of a row's child.
    fileprivate static func of(_ row: RegisterRow) throws -> ChildFacts {
        var history = History<ChildStream>()
        let event = ChildEvent.registered(row.childRef)
        history.apply(Recorded(seq: StreamSeq(1), occurredOn: row.referredOn, event: event))
        return try #require(history.facts)
    }
}
