import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Reporting
import Testing

/// A small network whose figures of 2024 can be counted by hand: five families at north and two at south, all of mst.
///
///     north  first session  closed      reason     at home  of the child
///     E1     2024-01-08     2024-05-20  completed  yes      13; a children's home in 2022, a plan until 2024-02-01
///     E2     2024-01-08     2024-03-08  placed     no       protected from 2024-03-08 on
///     E3     2024-02-01     2024-06-30  completed  unknown  away and looked after from 2024-03-02 to 2024-04-01
///     E4     2024-03-01     goes on
///     E5     2024-03-01     2024-04-10  moved
///     S1     2024-01-10     2024-05-10  completed  yes
///     S2     2024-01-10     2024-05-10  completed  no
struct ReportWorld {
    let world: FixtureWorld
    let north: FixtureSite
    let south: FixtureSite
    let practice: Practice

    static func with<Result: Sendable>(_ body: (ReportWorld) async throws -> Result) async throws -> Result {
        try await IndicatorPracticeTests.with { world, north, practice in
            let south = try await IndicatorPracticeTests.site("south", in: world, practice)
            let ground = ReportWorld(world: world, north: north, south: south, practice: practice)
            try await ground.recordNorth()
            try await ground.recordSouth()
            return try await body(ground)
        }
    }

    static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    /// A report of a period of 2024, of one site or of all.
    func ask<Report: FactReport>(
        _ report: Report, _ sites: ReportScope.Sites, team: String? = nil, models: ReportScope.Models = .one("mst"),
        from: String = "2024-01-01", through: String = "2024-12-31"
    ) async throws -> Report.Answer {
        let scope = try ReportScope(sites: sites, team: team.flatMap { TeamCode($0) }, models: models)
        return try await practice.report(
            report, of: scope, from: try Self.day(from), through: try Self.day(through))
    }

    private func recordNorth() async throws {
        let day = Self.day
        var first = FixtureEpisode(
            from: try day("2024-01-08"), through: try day("2024-05-20"), outcomes: [.atHome: .yes])
        first.profile.birthMonth = CivilMonth(year: 2010, month: 3)
        first.source = .police
        var second = FixtureEpisode(
            from: try day("2024-01-08"), through: try day("2024-03-08"), reason: "placed", outcomes: [.atHome: .no])
        second.source = .family
        let third = FixtureEpisode(
            from: try day("2024-02-01"), through: try day("2024-06-30"), outcomes: [.atHome: .unknown])
        var fourth = FixtureEpisode(referredOn: try day("2024-03-01"))
        fourth.decision = (.accepted, try day("2024-03-01"))
        fourth.startedOn = try day("2024-03-01")
        let fifth = FixtureEpisode(from: try day("2024-03-01"), through: try day("2024-04-10"), reason: "moved")
        try await world.record([first, second, third, fourth, fifth], on: north)
        try await world.record(
            [
                FixtureSpell(.childrensHome, try day("2022-06-01"), until: try day("2022-09-01")),
                FixtureSpell(.childInNeed, try day("2023-06-01"), until: try day("2024-02-01")),
            ], of: first.child, on: north)
        try await world.record(
            [FixtureSpell(.childProtection, try day("2024-03-08"))], of: second.child, on: north)
        try await world.record(
            [
                FixtureSpell(.childrensHome, try day("2024-03-02"), until: try day("2024-04-01")),
                FixtureSpell(.lookedAfter, try day("2024-03-02"), until: try day("2024-04-01")),
            ], of: third.child, on: north)
        try await world.append(
            .followUp(FollowUp(month: .six, status: .collected, outcomes: [.atHome: .yes])),
            on: try day("2024-11-20"), to: first.id, of: north)
    }

    private func recordSouth() async throws {
        try await world.record(
            try [Answer.yes, .no].map { answer in
                FixtureEpisode(
                    from: try Self.day("2024-01-10"), through: try Self.day("2024-05-10"), outcomes: [.atHome: answer])
            }, on: south)
    }
}
