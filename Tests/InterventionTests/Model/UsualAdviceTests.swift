import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@Suite struct UsualAdviceTests {
    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func referral(bornIn month: String? = nil) throws -> Referral {
        let birthMonth = try month.map { try #require(CivilMonth(iso: $0)) }
        return Referral(
            child: ChildID(high: 0, low: 1), ref: nil, model: "mst", team: TeamID(high: 0, low: 2),
            profile: Profile(birthMonth: birthMonth)
        )
    }

    private func advice(
        _ command: EpisodeCommand, of facts: EpisodeFacts? = nil, under model: any InterventionModel = StandardMST(),
        setting own: [ParameterKey: ParameterValue] = [:], on iso: String
    ) throws -> [Advisory] {
        let settings = try ModelSettings(of: model, version: SettingsVersion(1), setting: own)
        return try model.review(command, of: facts, with: settings, on: day(iso))
    }

    private func facts(
        startedOn iso: String?, phase: PhaseID = "treatment", since: String? = nil
    ) throws -> EpisodeFacts {
        var facts = EpisodeFacts(referral: try referral(), on: try day("2025-12-01"))
        facts.phase = .accepted
        guard let iso else { return facts }
        facts.startedOn = try day(iso)
        facts.phase = phase
        facts.spells = [PhaseSpell(phase: phase, from: try day(since ?? iso))]
        return facts
    }

    @Test(
        arguments: [
            // Born in January 2015 the child is ten or eleven on 15 January 2026: nobody can say.
            ("2015-02", ["age-outside-range"]), ("2015-01", []), ("2014-12", []), ("2010-01", []), ("2008-02", []),
            ("2008-01", []), ("2007-12", ["age-outside-range"]), ("2026-01", ["age-outside-range"]),
        ]
    )
    func `an age outside the range is advised on when no day of the birth month could be right`(
        row: (String, [String])
    ) throws {
        #expect(try advice(.refer(referral(bornIn: row.0)), on: "2026-01-15").map(\.code) == row.1)
    }

    @Test func `an unknown birth month is no reason for advice`() throws {
        #expect(try advice(.refer(referral()), on: "2026-01-15") == [])
    }

    @Test func `the advice says the age and the range`() throws {
        let certain = try advice(.refer(referral(bornIn: "2017-06")), on: "2026-01-15")
        let between = try advice(.refer(referral(bornIn: "2017-01")), on: "2026-01-15")

        #expect(certain.map(\.sentence) == ["the age at referral is 8 years; Standard MST is for 11 to 17"])
        #expect(between.map(\.sentence) == ["the age at referral is 8 or 9 years; Standard MST is for 11 to 17"])
    }

    @Test func `a site's own range is the one that is judged by`() throws {
        let command = try EpisodeCommand.refer(referral(bornIn: "2014-06"))

        #expect(try advice(command, on: "2026-01-15") == [])
        #expect(
            try advice(command, setting: [.leastAge: .whole(12)], on: "2026-01-15").map(\.code) == ["age-outside-range"]
        )
    }

    @Test(arguments: [(0, "2010-06", 0), (0, "2017-06", 1), (1, "2017-06", 0), (1, "2020-06", 1), (2, "2014-06", 1)])
    func `each model has its own range`(row: (Int, String, Int)) throws {
        let given = try advice(.refer(referral(bornIn: row.1)), under: programme[row.0], on: "2026-01-15")

        #expect(given.count == row.2)
    }

    @Test(
        arguments: [
            ("2026-04-09", "completed", ["stay-shorter-than-planned"]), ("2026-04-10", "completed", []),
            ("2026-06-10", "completed", []), ("2026-06-11", "completed", ["stay-longer-than-planned"]),
            ("2026-01-20", "lack-of-engagement", []), ("2026-01-20", "moved", []), ("2026-01-20", "placed", []),
            ("2026-06-11", "placed", ["stay-longer-than-planned"]),
        ] as [(String, ClosureReasonID, [String])]
    )
    func `a stay outside the planned months is advised on`(row: (String, ClosureReasonID, [String])) throws {
        let facts = try facts(startedOn: "2026-01-10")

        #expect(try advice(.close(Closing(reason: row.1)), of: facts, on: row.0).map(\.code) == row.2)
    }

    @Test func `the stay is said in days beside the plan`() throws {
        let given = try advice(
            .close(Closing(reason: .completed)), of: facts(startedOn: "2026-01-10"), on: "2026-03-01"
        )

        #expect(given.map(\.sentence) == ["the stay is 50 days; 90 to 151 are planned"])
    }

    @Test func `the phases of MST-FIT are planned together at closing`() throws {
        let facts = try facts(startedOn: "2026-01-10", phase: "home", since: "2026-05-10")
        let command = EpisodeCommand.close(Closing(reason: .completed))

        let codes = try ["2026-08-09", "2026-08-10", "2026-09-10", "2026-09-11"].map { day in
            try advice(command, of: facts, under: MSTFIT(), on: day).map(\.code)
        }

        #expect(codes == [["stay-shorter-than-planned"], [], [], ["stay-longer-than-planned"]])
    }

    @Test func `a phase that is left late is advised on by the clock of its own entry`() throws {
        let facts = try facts(startedOn: "2025-12-10", phase: "placed", since: "2026-01-10")
        let command = EpisodeCommand.enterPhase("home")

        #expect(try advice(command, of: facts, under: MSTFIT(), on: "2026-05-10") == [])
        #expect(
            try advice(command, of: facts, under: MSTFIT(), on: "2026-05-11") == [
                Advisory(
                    code: "phase-longer-than-planned",
                    sentence: "the phase 'Placed away from home' lasted 121 days; at most 120 are planned"
                )
            ]
        )
    }

    @Test func `a phase without a plan can be left at any time`() throws {
        let facts = try facts(startedOn: "2025-01-10", phase: "transition")

        #expect(try advice(.enterPhase("home"), of: facts, under: MSTFIT(), on: "2026-05-10") == [])
    }

    @Test func `completed without a first session is advised on`() throws {
        let given = try advice(.close(Closing(reason: .completed)), of: facts(startedOn: nil), on: "2026-03-01")

        #expect(given.map(\.code) == ["completed-without-first-session"])
        #expect(try advice(.close(Closing(reason: .moved)), of: facts(startedOn: nil), on: "2026-03-01") == [])
    }

    @Test func `other commands get no advice`() throws {
        let facts = try facts(startedOn: "2026-01-10")
        let commands: [EpisodeCommand] = [
            .screen(Screening(.accepted)), .startTreatment,
            .allocate(Allocation(team: TeamID(high: 0, low: 2), therapist: nil)),
            .recordContact(Contact(id: ContactID(high: 0, low: 3), mode: .homeVisit, party: .family)),
            .followUp(FollowUp(month: .six, status: .unreachable)),
        ]
        for command in commands {
            #expect(try advice(command, of: facts, on: "2026-12-01") == [])
        }
    }
}
