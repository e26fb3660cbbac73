import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Exchange
import Intervention
import Practice
import Sites
import Testing
import Vault

@Suite struct ReimportTests {
    private let closed = Register.closed
    private let reopened: [RegisterColumn: String?] = [
        .closedOn: nil, .closureReason: nil, .atHome: nil, .inSchoolOrWork: nil, .noNewArrests: nil,
    ]

    private func correct(
        _ world: ImportWorld, closingTo day: String, _ change: (inout Closing) -> Void = { _ in }
    ) async throws {
        let state = try #require(try await world.episode("E-1"))
        let standing = try #require(state.history.standing.first { $0.event.name == .closed })
        guard case .closed(var closing, _, _) = standing.event else { return }
        change(&closing)
        let correction = Correction<EpisodeCommand>(
            cause: .entryError,
            replacements: [.init(standing.seq, with: .close(closing), on: Register.day(day))]
        )
        try await world.practice.correct(correction, of: state.id, at: Register.code("leeds"))
    }

    @Test func `what only the file changed is corrected, with the file as the reason`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            let report = try await world.take([Register.row(closed, [.closedOn: "2025-06-11", .sex: "M"])])
            #expect(report.counts.corrected == 1)
            let state = try #require(try await world.episode("E-1"))
            #expect(state.history.facts?.closing?.on == Register.day("2025-06-11"))
            #expect(state.history.facts?.referral.profile.sex == .male)
            #expect(try await world.reasons(of: state.id) == ["import r.csv"])
            #expect(try await world.isSound())
        }
    }

    @Test func `one narrative serves all corrections of a file`() async throws {
        try await ImportWorld.with { world in
            let second = Register.row(closed, [.episodeRef: "E-5", .childRef: "C-5"])
            try await world.take([closed, second])
            try await world.take([closed, second].map { Register.row($0, [.closedOn: "2025-06-11"]) })
            #expect(try await world.narratives() == 1)
        }
    }

    @Test func `what only the record changed is kept`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            try await correct(world, closingTo: "2025-06-05")
            let report = try await world.take([closed])
            #expect(report.counts.unchanged == 1)
            #expect(try await world.episode("E-1")?.history.facts?.closing?.on == Register.day("2025-06-05"))
            let other = try await world.take([Register.row(closed, [.sex: "M"])])
            #expect(other.counts.corrected == 1)
            #expect(try await world.episode("E-1")?.history.facts?.closing?.on == Register.day("2025-06-05"))
        }
    }

    @Test func `what both changed is a conflict, told with line and column, and nothing is changed`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            try await correct(world, closingTo: "2025-06-05")
            let before = try await world.tables()
            let report = try await world.take([Register.row(closed, [.closedOn: "2025-06-11"])])
            #expect(report.problems.map(\.code) == [.conflict])
            #expect(report.problems.map(\.column) == ["closed_on"])
            #expect(report.problems.map(\.place.line.number) == [2])
            #expect(report.counts.conflicting == 1)
            #expect(try await world.tables() == before)
        }
    }

    @Test func `the same change on both sides is none`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            try await correct(world, closingTo: "2025-06-05")
            let report = try await world.take([Register.row(closed, [.closedOn: "2025-06-05"])])
            #expect(report.counts.unchanged == 1)
            let later = try await world.take([Register.row(closed, [.closedOn: "2025-06-07"])])
            #expect(later.counts.corrected == 1)
        }
    }

    @Test func `an emptied closing is withdrawn and can come back`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            #expect(try await world.take([Register.row(closed, reopened)]).counts.corrected == 1)
            #expect(try await world.episode("E-1")?.history.facts?.closing == nil)
            #expect(try await world.take([closed]).counts.corrected == 1)
            #expect(try await world.episode("E-1")?.history.facts?.closing?.on == Register.day("2025-06-01"))
            #expect(try await world.isSound())
        }
    }

    @Test(arguments: [RegisterColumn.therapist, .birthMonth, .sex, .ethnicity, .referralSource, .decidedOn, .atHome])
    func `an emptied value is withdrawn`(column: RegisterColumn) async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            let report = try await world.take([Register.row(closed, [column: nil])])
            #expect(report.counts.corrected == 1)
            let cells = try #require(try await world.cells("E-1"))
            #expect(cells[column] == nil)
            for other in RegisterColumn.allCases where other != column { #expect(cells[other] == closed[other]) }
        }
    }

    @Test func `another therapist has the family from the day of the import`() async throws {
        try await ImportWorld.with { world in
            try await world.take([Register.row(closed, reopened)])
            try await world.take([Register.row(closed, reopened).merging([.therapist: "T2"]) { $1 }])
            let assignment = try #require(try await world.episode("E-1")?.history.facts?.assignment)
            #expect(assignment.therapist?.text == "T2")
            #expect(assignment.from == FixtureWorld.today)
        }
    }

    @Test func `the model of a started episode cannot change`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            let report = try await world.take(
                [Register.row(closed, [.model: "mst-can", .team: "south", .closureReason: "completed"])]
            )
            #expect(report.problems.map(\.code) == [.modelChanged])
            #expect(report.problems.map(\.column) == ["model"])
        }
    }

    @Test func `the model of a referral can change until it starts`() async throws {
        try await ImportWorld.with { world in
            try await world.take([Register.declined])
            let report = try await world.take([Register.row(Register.declined, [.model: "mst-can", .team: "south"])])
            #expect(report.counts.corrected == 1)
            let state = try #require(try await world.episode("E-2"))
            #expect(state.history.facts?.referral.model == "mst-can")
            #expect(state.trail.pin?.model == "mst-can")
            #expect(try await world.isSound())
        }
    }

    @Test func `a row that is no longer in the file is left alone and listed`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed, Register.declined])
            let report = try await world.take([closed])
            #expect(report.absent.map(\.text) == ["E-2"])
            #expect(report.counts.absent == 1)
            #expect(try await world.episode("E-2")?.history.facts?.decision != nil)
        }
    }

    @Test func `a row with a problem is in the file all the same`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            let report = try await world.take([Register.row(closed, [.sex: "x"])])
            #expect(report.absent.isEmpty)
        }
    }

    @Test func `a column that is not in the file says nothing`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            let columns = RegisterColumn.allCases.filter { $0 != .therapist && $0 != .sex }
            let report = try await world.take([closed], columns: columns)
            #expect(report.counts.unchanged == 1)
            #expect(try await world.cells("E-1")?[.therapist] == "T1")
            // What was said of it before is still known: an empty cell now takes it back.
            #expect(try await world.take([Register.row(closed, [.sex: nil])]).counts.corrected == 1)
            #expect(try await world.cells("E-1")?[.sex] == nil)
        }
    }

    @Test func `a change that a later event does not allow is refused with its line, column and reason`() async throws {
        try await ImportWorld.with { world in
            try await world.take([closed])
            let state = try #require(try await world.episode("E-1"))
            let contact = Contact(id: ContactID(high: 1, low: 1), mode: .homeVisit, party: .family)
            try await world.practice.record(
                [Engine.Entry(.recordContact(contact), on: Register.day("2025-05-30"))], to: state.id,
                at: Register.code("leeds")
            )
            let before = try await world.tables()
            let report = try await world.take([Register.row(closed, [.closedOn: "2025-05-01"])])
            let problem = try #require(report.problems.first)
            #expect(problem.code == .refused)
            #expect(problem.place.line.number == 2)
            #expect(problem.column == "closed_on")
            #expect(problem.sentence.contains("contact on 2025-05-30"))
            #expect(try await world.tables() == before)
        }
    }

    @Test func `an episode that was entered by hand is not overwritten`() async throws {
        try await ImportWorld.with { world in
            let child = ChildID.fresh()
            let day = Register.day("2025-01-10")
            try await world.practice.record([Engine.Entry(.register(nil), on: day)], to: child, at: world.site.code)
            let referral = Referral(
                child: child, ref: Register.code("E-1"), model: "mst",
                team: try #require(world.site.team(Register.code("north"))).id, profile: Profile(sex: .male)
            )
            try await world.practice.record(
                [Engine.Entry(.refer(referral), on: day)], to: .fresh(), at: world.site.code)
            let pending: [RegisterColumn: String] = [
                .episodeRef: "E-1", .team: "north", .model: "mst", .referredOn: "2025-01-10", .decision: "pending",
            ]
            #expect(try await world.take([Register.row(pending, [.sex: "F"])]).problems.map(\.code) == [.conflict])
            let report = try await world.take([Register.row(pending, [.ethnicity: "WBRI"])])
            #expect(report.counts.corrected == 1)
            let profile = try #require(try await world.episode("E-1")?.history.facts?.referral.profile)
            #expect(profile == Profile(sex: .male, ethnicity: EthnicityCode("WBRI")))
        }
    }
}
