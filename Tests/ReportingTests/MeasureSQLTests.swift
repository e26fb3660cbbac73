import CivilDate
import Intervention
import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Reporting

@Suite struct MeasureSQLTests {
    /// `yes / denominator, unknown, not due`.
    struct Figure: Equatable, CustomStringConvertible {
        var yes: Int
        var of: Int
        var unknown = 0
        var notDue = 0
        var outside = 0

        init(_ yes: Int, of total: Int, unknown: Int = 0, notDue: Int = 0, outside: Int = 0) {
            self.yes = yes
            of = total
            self.unknown = unknown
            self.notDue = notDue
            self.outside = outside
        }

        init(_ row: MeasureRow) {
            self.init(
                row.numerator, of: row.denominator, unknown: row.unknown, notDue: row.notDue, outside: row.outsideWindow
            )
        }

        var description: String { "\(yes)/\(of), \(unknown) unknown, \(notDue) not due, \(outside) outside" }
    }

    static func figures(
        _ measures: [Measure], of model: ModelID, _ episodes: [MadeEpisode], today: Int = 3_000,
        models: ReportScope.Models = .each, knownAt: Instant? = nil, sites: [Int32] = [1]
    ) async throws -> [Figure] {
        let request = try FactGround.request(models: models, knownAt: knownAt)
        let questions = measures.map { MeasureQuestion(model: model, measure: $0) }
        return try await FactGround.with(sites: 2, facts: []) { ground in
            try await ground.asking { connection in
                try await connection.transaction { try await MadeEpisode.insert(episodes, in: $0) }
            }
            let tallies = try await ground.asking(as: .reporting) { connection in
                try await connection.transaction(
                    scope: SessionScope(settings: IndicatorReport.planning), access: .readOnly
                ) { transaction in
                    try await MeasureReport.read(
                        questions, of: request, today: GeneratedFact.firstDay.adding(days: today),
                        sites: sites.map(SiteID.init), in: transaction)
                }
            }
            return try questions.map { question in
                Figure(try MeasureRow(question.measure, of: tallies[question] ?? MeasureTally()))
            }
        }
    }

    // MARK: Moves home

    /// The four that are reported together, as a model would declare them.
    static let moves: [Measure] = [
        measure("started", .closed, .started), measure("moved", .started, .movedHome, .kept),
        measure("at_end", .started, .outcome(.atHome), .kept),
        measure("after_6", .started, .followUp(.atHome, .six), .kept),
        measure("after_12", .started, .followUp(.atHome, .twelve), .kept),
    ]

    static func measure(
        _ key: MeasureKey, _ base: MeasureBase, _ counts: MeasureCount, _ unknowns: Measure.Unknowns = .apart
    ) -> Measure {
        Measure(
            key, key.text, meaning: "What it says.", over: base, counting: counts, unknowns: unknowns, source: "test")
    }

    /// Nine closings. On day 500 those of day 200 are past six months (29 January 2025) but not twelve, except the one
    /// of day 100, which is past both; the one of day 400 is past neither.
    static let cohort: [MadeEpisode] = {
        let home = GeneratedFact.firstDay.adding(days: 90)
        let held = #"{"6": "collected", "6/at_home": "yes"}"#
        return [
            MadeEpisode(
                number: 1, movedHomeOn: home, closed: 100,
                followUps: #"{"6": "collected", "12": "collected", "6/at_home": "yes", "12/at_home": "no"}"#),
            MadeEpisode(number: 2, movedHomeOn: home, followUps: held),
            MadeEpisode(number: 3, movedHomeOn: home, followUps: #"{"6": "unreachable"}"#),
            MadeEpisode(
                number: 4, movedHomeOn: home, atHome: "no", followUps: #"{"6": "collected", "6/at_home": "no"}"#),
            MadeEpisode(number: 5, movedHomeOn: home, closed: 400),
            // Never came home; one answered, one did not.
            MadeEpisode(number: 6, group: "placed", atHome: "no"),
            MadeEpisode(number: 7, group: "not_counted", atHome: nil),
            // Held early, before the day that it was due.
            MadeEpisode(number: 8, movedHomeOn: home, closed: 400, followUps: held),
            // Closed before treatment began.
            MadeEpisode(number: 9, startedOn: nil, group: "not_counted", atHome: nil),
        ]
    }()

    @Test func `moves home are counted over all who began, with those not due and those unknown beside`() async throws {
        let figures = try await Self.figures(Self.moves, of: "mst-fit", Self.cohort, today: 500)
        #expect(
            figures == [
                Figure(8, of: 9),
                // 1, 2, 3, 4, 5, 8 of the eight who began; of 6 and 7 nobody recorded where they lived.
                Figure(6, of: 8, unknown: 2),
                // 1, 2, 3, 5, 8; number 7 was not asked.
                Figure(5, of: 8, unknown: 1),
                // 1, 2, 8 yes; 4 no; 3, 6, 7 unknown; 5 is not due.
                Figure(3, of: 7, unknown: 3, notDue: 1),
                // 1 no; 2, 3, 4, 5, 6, 7, 8 are not due.
                Figure(0, of: 1, notDue: 7),
            ])
    }

    @Test func `a follow-up becomes due on its day, clamped to the end of a shorter month`() async throws {
        // Closed on 31 August 2024: six months later is 28 February 2025, day 424.
        let episode = MadeEpisode(number: 1, closed: 243)
        let measure = Self.measure("after_6", .started, .followUp(.atHome, .six), .kept)
        #expect(
            try await Self.figures([measure], of: "mst-fit", [episode], today: 423) == [Figure(0, of: 0, notDue: 1)])
        #expect(
            try await Self.figures([measure], of: "mst-fit", [episode], today: 424) == [Figure(0, of: 1, unknown: 1)])
    }

    @Test func `a follow-up outside its window answers nothing and is counted beside`() async throws {
        let episodes = [
            // Due on day 382, asked on the day after closing; one of them again in time.
            MadeEpisode(number: 1, followUps: #"{"outside/6": "collected"}"#),
            MadeEpisode(
                number: 2, followUps: #"{"6": "collected", "6/at_home": "no", "outside/6": "collected"}"#),
            MadeEpisode(number: 3, closed: 400, followUps: #"{"outside/6": "collected"}"#),
            MadeEpisode(number: 4, followUps: #"{"outside/12": "collected"}"#),
        ]
        let measure = Self.measure("after_6", .started, .followUp(.atHome, .six), .kept)
        let figures = try await Self.figures([measure], of: "mst-fit", episodes, today: 500)
        // 2 no; 1 and 4 unknown; 3 not due; of 1 and 3 something was collected.
        #expect(figures == [Figure(0, of: 3, unknown: 2, notDue: 1, outside: 2)])
    }

    @Test func `what was known before a correction gives the old figures`() async throws {
        let corrected = GeneratedFact.firstInstant.adding(microseconds: 60_000_000)
        let concern = MadeEpisode.Fact(kind: "concern", subject: 1, day: 50, codes: #"{"level": "referral"}"#)
        let before = MadeEpisode(number: 1, knownTo: corrected, movedHomeOn: nil, atHome: "no", facts: [concern])
        let after = MadeEpisode(
            number: 1, version: 2, knownFrom: corrected, movedHomeOn: GeneratedFact.firstDay.adding(days: 90))
        let measures = [
            Self.moves[1], Self.moves[2], Self.measure("any", .started, .happened("concern", [])),
        ]
        func known(_ instant: Instant?) async throws -> [Figure] {
            try await Self.figures(measures, of: "mst-fit", [before, after], knownAt: instant)
        }
        #expect(
            try await known(corrected.adding(microseconds: -1)) == [
                Figure(0, of: 1), Figure(0, of: 1), Figure(1, of: 1),
            ])
        let later = [Figure(1, of: 1), Figure(1, of: 1), Figure(0, of: 0, unknown: 1)]
        #expect(try await known(corrected) == later)
        #expect(try await known(nil) == later)
    }

    // MARK: Outcomes

    @Test func `an outcome is counted on its base and an unknown answer is neither yes nor no`() async throws {
        let answers = [
            #"{"carer_skills": "yes"}"#, #"{"carer_skills": "yes"}"#, #"{"carer_skills": "no"}"#,
            #"{"carer_skills": "unknown"}"#, "{}",
        ]
        var episodes = answers.enumerated().map { MadeEpisode(number: $0 + 1, model: "mst", answers: $1) }
        episodes.append(MadeEpisode(number: 6, model: "mst", group: "not_counted", answers: answers[0]))
        let outcome = OutcomeDefinition(
            "carer_skills", "Skills", meaning: "Has them.", base: .opportunity, role: .instrumental, source: "test")
        var whole = outcome
        whole.base = .allClosures
        let figures = try await Self.figures([Measure(of: outcome), Measure(of: whole)], of: "mst", episodes)
        #expect(figures == [Figure(2, of: 3, unknown: 2), Figure(3, of: 4, unknown: 2)])
    }

    @Test func `sites are pooled by adding counts and other models are not counted`() async throws {
        var episodes = (1...3).map { MadeEpisode(number: $0, atHome: $0 == 1 ? "no" : "yes") }
        episodes += (4...7).map { MadeEpisode(number: $0, site: 2, atHome: $0 < 6 ? "no" : "yes") }
        episodes += [MadeEpisode(number: 8, model: "mst")]
        let measure = Self.moves[2]
        #expect(try await Self.figures([measure], of: "mst-fit", episodes) == [Figure(2, of: 3)])
        #expect(try await Self.figures([measure], of: "mst-fit", episodes, sites: [1, 2]) == [Figure(4, of: 7)])
        #expect(try await Self.figures([measure], of: "mst-can", episodes, sites: [1, 2]) == [Figure(0, of: 0)])
    }

    @Test func `facts of another shape are refused and not misread`() async throws {
        let episode = MadeEpisode(number: 1, facts: [MadeEpisode.Fact(kind: "concern", subject: 1, day: 50)])
        try await FactGround.with(sites: 1, facts: []) { ground in
            try await ground.asking { connection in
                try await connection.transaction { try await MadeEpisode.insert([episode], in: $0) }
                try await connection.execute("UPDATE reporting.model_fact SET shape = 1")
            }
            let question = MeasureQuestion(model: "mst-fit", measure: Self.moves[0])
            await #expect(throws: ReportFault.staleFacts(1)) {
                _ = try await ground.asking(as: .reporting) { connection in
                    try await connection.transaction { transaction in
                        try await MeasureReport.read(
                            [question], of: try FactGround.request(), today: FactGround.today, sites: [SiteID(1)],
                            in: transaction)
                    }
                }
            }
        }
    }
}
