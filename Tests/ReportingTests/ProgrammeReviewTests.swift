import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Reporting
import ScratchPostgres
import Sites
import Statistics
import Testing
import YAMLFile

/// Programme reviews over a real database: what stands in one, that goals are carried forward, and that it stays.
@Suite struct ProgrammeReviewTests {
    private static let today = FixtureWorld.today
    private static func ago(_ days: Int) -> CivilDate { today.adding(days: -days) }

    /// A team of standard MST with a supervisor, a therapist, one who left and one with half a post who came.
    private static func state(in world: FixtureWorld, _ practice: Practice) async throws {
        let started = ago(3650)
        var text = "code: north\nname: north\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in world.models.ids {
            text += "- code: north-\(model)\n  model: \(model)\n  startedOn: \(started)\n"
            guard model == "mst" else { continue }
            text += "  staff:\n    - {code: s-1, role: supervisor, fte: 1, from: \(started)}\n"
            text += "    - {code: t-1, role: therapist, fte: 1, from: \(started)}\n"
            text += "    - {code: t-2, role: therapist, fte: 1, from: \(started), until: \(ago(60))}\n"
            text += "    - {code: t-3, role: therapist, fte: 0.5, from: \(ago(50))}\n"
        }
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: world.models))
    }

    private static func goals(_ text: String) throws -> [ReviewGoal] {
        try GoalsFile.read(Array(text.utf8))
    }

    @Test func `a review has indicators, who is in post, training and families of the last day`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            try await Self.state(in: world, practice)
            var going = FixtureEpisode(referredOn: Self.ago(30))
            going.decision = (.accepted, Self.ago(30))
            going.startedOn = Self.ago(30)
            try await world.record([FixtureEpisode(from: Self.ago(90), through: Self.ago(40)), going], on: north)
            let review = try await practice.programmeReview(of: north.code, from: Self.ago(100), through: Self.today)
            let team = try #require(review.teams.first { $0.model == "mst" })
            let posts = team.posts.map { "\($0.role.rawValue) \($0.people) \($0.hundredths) \($0.began) \($0.ended)" }
            #expect(posts == ["therapist 2 150 1 1", "supervisor 1 100 0 0"])
            #expect(team.families == 1)
            #expect(!team.trainings.isEmpty && team.trainings.allSatisfy { $0.completed.numerator == 0 })
            #expect(team.trainings.contains { $0.completed.denominator == 3 })
            let section = try #require(review.indicators.sections.first { $0.model == "mst" })
            #expect(section.closures == 1)
            let json = review.document.json()
            for key in [
                "report", "scope", "period", "known_at", "edition", "number", "indicators", "staffing", "training",
                "sessions", "goals", "notes",
            ] {
                #expect(json.contains("\"\(key)\": "), "\(key)")
            }
            #expect(json.contains(#""fte": 1.5"#))
            #expect(review.document.csv().contains("staffing,north-mst,therapist,Full-time posts,2,,1.5,,,\r\n"))
        }
    }

    @Test func `a frozen review prints the same for ever, and the next carries its open goals forward`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            try await world.record([FixtureEpisode(from: Self.ago(90), through: Self.ago(40))], on: north)
            func freeze(_ goals: String) async throws -> FrozenReview {
                try await practice.freezeReview(
                    of: north.code, from: Self.ago(100), through: Self.ago(1), stating: try Self.goals(goals))
            }
            let first = try await freeze(
                """
                goals:
                - {code: calls, goal: Interviews are asked for weekly, owner: s-1, due: 2026-12-31}
                - {code: rota, goal: The rota is set a month ahead, owner: s-1, due: 2026-10-31, standing: met}
                """)
            #expect(first.number.number == 1 && first.json.contains(#""number": 1"#))
            try await world.record([FixtureEpisode(from: Self.ago(80), through: Self.ago(30))], on: north)
            #expect(try await practice.frozenReview(first.number, of: north.code) == first)
            let second = try await freeze(
                """
                goals:
                - {code: posts, goal: A third therapist is found, owner: m-1, due: 2027-03-31}
                - {code: calls, goal: Interviews are asked for weekly, owner: s-1, due: 2027-01-31, standing: met}
                """)
            #expect(second.number.number == 2)
            #expect(second.json.contains("\"code\": \"calls\""))
            #expect(!second.json.contains("\"code\": \"rota\""))
            let third = try await practice.programmeReview(of: north.code, from: Self.ago(100), through: Self.ago(1))
            #expect(
                third.goals.map { "\($0.code) \($0.since?.number ?? 0) \($0.standing.rawValue)" } == ["posts 2 open"])
            #expect(second.text.contains("calls") && second.text.contains("2027-01-31"))
            #expect(second.json != first.json && second.json.contains("2/2") == false)
            let unknown = try #require(ReviewNumber(9))
            await #expect(throws: ReviewFault.unknown(unknown)) {
                try await practice.frozenReview(unknown, of: north.code)
            }
        }
    }

    @Test func `a review of a period that is not over is not frozen, and a changed one is not shown`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            let fault = await #expect(throws: ReviewFault.self) {
                try await practice.freezeReview(of: north.code, from: Self.ago(100), through: Self.today)
            }
            guard case .unfinished? = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
            let frozen = try await practice.freezeReview(of: north.code, from: Self.ago(100), through: Self.ago(1))
            try await Connection.withConnection(to: world.database.target()) { connection in
                try await connection.execute(
                    "ALTER TABLE site.programme_review DISABLE TRIGGER programme_review_append_only")
                try await connection.execute("UPDATE site.programme_review SET as_text = as_text || '.'")
            }
            await #expect(throws: ReviewFault.changed(frozen.number)) {
                try await practice.frozenReview(frozen.number, of: north.code)
            }
        }
    }

    @Test(arguments: [
        ("goals:\n- {code: a b, goal: x, owner: s-1, due: 2026-12-31}\n", "bad-code"),
        ("goals:\n- {code: a, goal: x, owner: s-1, due: 2026-02-30}\n", "bad-date"),
        ("goals:\n- {code: a, goal: x, due: 2026-12-31}\n", "missing-key"),
        ("goals:\n- {code: a, goal: x, owner: s-1, due: 2026-12-31, standing: done}\n", "unknown-word"),
        (
            "goals:\n- {code: a, goal: x, owner: s-1, due: 2026-12-31}\n- {code: a, goal: y, owner: s-1, due: 2026-12-31}\n",
            "twice"
        ),
        ("[]", "wrong-kind"),
    ])
    func `a mistake in a file of goals is said`(text: String, code: String) {
        let problems = #expect(throws: GoalsProblems.self) { try GoalsFile.read(Array(text.utf8)) }
        #expect(problems?.problems.map(\.code.rawValue).contains(code) == true)
    }
}
