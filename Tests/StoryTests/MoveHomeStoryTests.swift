import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import Practice
import Testing

/// A young person in MST-FIT whose move home slips twice.
@Suite struct MoveHomeStoryTests {
    private let keyWorker = ParticipantID.fresh()
    private let mother = ParticipantID.fresh()

    /// Placed from January; home is planned for 28 April, then for 12 May, and the move is made on 2 June.
    private func with(_ body: (StoryWorld, ToldEpisode) async throws -> Void) async throws {
        try await StoryWorld.with { world in
            let child = try await world.child("C-14", on: "2025-01-06")
            let fit = try await ToldEpisode(
                "FIT-1", of: child, to: "mst-fit", born: "2010-08", on: "2025-01-06", in: world)
            try await world.place(child, in: .childrensHome, from: "2025-01-01", until: "2025-06-02")
            func home(on day: String) throws -> EpisodeCommand {
                .plan(PlannedStep(into: "home", plannedOn: try date(day)))
            }
            try await fit.tell([
                ("2025-01-08", .screen(Screening(.accepted))),
                ("2025-01-13", .startTreatment),
                ("2025-01-13", .join(Participant(id: keyWorker, role: .placementCarer))),
                ("2025-01-13", .join(Participant(id: mother, role: .carer))),
                ("2025-03-31", .enterPhase("transition")),
                ("2025-03-31", try home(on: "2025-04-28")),
                ("2025-04-25", try home(on: "2025-05-12")),
                ("2025-05-15", try home(on: "2025-06-02")),
                ("2025-06-02", .enterPhase("home")),
                ("2025-06-02", .leave(keyWorker)),
            ])
            try await body(world, fit)
        }
    }

    private func interview(_ number: UInt64, of respondent: Respondent) -> EpisodeCommand {
        .recordInterview(
            Interview(
                id: InterviewID(high: 1, low: number), instrument: "tam-r", result: .completed,
                collector: .callCentre, respondent: respondent,
                response: AdherenceScore(decimal: "0.7").map(Interview.Response.score)
            ))
    }

    @Test func `each slip lengthens the phase before the move, and home keeps its whole length`() async throws {
        try await with { world, fit in
            try await fit.tell([("2025-10-02", .close(Closing(reason: "completed", outcomes: [.atHome: .yes])))])
            #expect(
                try await fit.clock() == [
                    "placed 2025-01-13 2025-03-31", "transition 2025-03-31 2025-06-02", "home 2025-06-02 2025-10-02",
                ])
            let facts = try await fit.facts()
            #expect(facts.spells.map(\.setting) == [.away, .between, .home])
            #expect(facts.spells.last?.from.adding(months: 4) == facts.closing?.on)
        }
    }

    @Test func `the alert of a planned day that passed stands until it is planned anew`() async throws {
        try await with { world, fit in
            for (day, stands) in [
                ("2025-04-24", false), ("2025-04-28", false), ("2025-04-29", false), ("2025-05-12", false),
                ("2025-05-13", true), ("2025-05-14", true), ("2025-05-15", false), ("2025-06-02", false),
                ("2025-06-03", false),
            ] {
                let alerts = try await fit.alerts(on: day)
                #expect(alerts.contains(.plannedStepPassed) == stands, "\(day)")
            }
        }
    }

    @Test func `a phase is long by its own clock: home from the move, not from the day first planned`() async throws {
        try await with { world, fit in
            // Four months from the day that was planned first, from the move, and a day more.
            for (day, isLong) in [
                ("2025-05-14", false), ("2025-08-29", false), ("2025-10-02", false), ("2025-10-03", true),
            ] {
                let alerts = try await fit.alerts(on: day)
                #expect(alerts.contains(.phaseLong) == isLong, "\(day)")
            }
        }
    }

    @Test func `what is owed in a phase is owed by the clock of that phase`() async throws {
        try await with { world, fit in
            let skills = try await fit.owed("skills", by: "2025-06-30")
            #expect(skills.first == "2025-01-20 missed")
            #expect(skills.allSatisfy { $0 < "2025-03-31" || $0.hasSuffix("not-required") })
            #expect(try await fit.owed("transition-plan", by: "2025-04-07") == ["2025-04-07 open"])
            #expect(try await fit.owed("relapse-prevention-plan", by: "2025-06-01") == [])
            #expect(try await fit.owed("relapse-prevention-plan", by: "2025-06-16") == ["2025-06-16 open"])
        }
    }

    @Test func `the carers change with the phase, and with them whose answers count`() async throws {
        try await with { world, fit in
            try await fit.tell([
                ("2025-02-05", interview(1, of: .keyWorker)), ("2025-03-05", interview(2, of: .mother)),
                ("2025-06-20", interview(3, of: .keyWorker)), ("2025-07-02", interview(4, of: .mother)),
            ])
            let facts = try await fit.facts()
            #expect(facts.interviews.map(\.isValid) == [true, true, false, true])
            #expect(facts.interviews[2].flaws == [.respondentNotAsked])
            let (before, after) = (try date("2025-06-01"), try date("2025-06-02"))
            #expect(facts.subjects(of: [.placementCarer], on: before) == [.participant(keyWorker)])
            #expect(facts.subjects(of: [.placementCarer], on: after) == [])
            #expect(facts.subjects(of: [.carer], on: after) == [.participant(mother)])
        }
    }

    @Test func `the four denominators stand together, over all who began`() async throws {
        try await with { world, fit in
            try await fit.tell([
                ("2025-10-02", .close(Closing(reason: "completed", outcomes: [.atHome: .yes]))),
                ("2026-04-02", .followUp(FollowUp(month: .six, status: .collected, outcomes: [.atHome: .no]))),
            ])
            let other = try await world.child("C-16", on: "2025-01-13")
            let stayed = try await ToldEpisode(
                "FIT-2", of: other, to: "mst-fit", born: "2009-02", on: "2025-01-13", in: world)
            try await stayed.tell([
                ("2025-01-15", .screen(Screening(.accepted))), ("2025-01-20", .startTreatment),
                ("2025-06-30", .close(Closing(reason: "placed", outcomes: [.atHome: .no]))),
                ("2026-01-05", .followUp(FollowUp(month: .six, status: .unreachable))),
            ])
            let measures = try await world.measures(of: "mst-fit")
            #expect(measures["fit_started"] == "2/2")
            #expect(measures["fit_moved_home"] == "1/2")
            #expect(measures["fit_home_at_end"] == "1/2")
            #expect(measures["fit_home_followup_6"] == "0/2")
            #expect(measures["fit_home_followup_12"] == "0/1")
            #expect(measures["fit_home_followup_18"] == "0/0")
            #expect(measures["fit_placed"] == "1/2")
            #expect(try await world.daysOutOfHome(of: "mst-fit") == (children: 2, days: 152))
        }
    }
}
