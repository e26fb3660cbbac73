import CivilDate
import EpisodeFixtures
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@testable import Simulation

struct ParameterTests {
    private func plan(sites: Int = 4, families: Int = 100, seed: UInt64 = 1) throws -> NetworkPlan {
        let models = try ModelRegistry([StandardMST(), MSTCAN(), MSTFIT()])
        return try NetworkPlan(SimulationWorld.request(sites: sites, families: families, seed: seed), models: models)
    }

    @Test func `every parameter has a key of its own, a source and a text`() throws {
        let parameters = try plan().parameters
        #expect(Set(parameters.map(\.key)).count == parameters.count)
        for parameter in parameters {
            #expect(!parameter.source.isEmpty && !parameter.text.isEmpty, "\(parameter.key)")
            // A source is public or an assumption of ours: never a place in a paper of the house.
            #expect(!parameter.source.contains(".md"), "\(parameter.key)")
        }
    }

    @Test(arguments: [
        (SimulationParameter.completed, Indicator.completed), (.lackOfEngagement, .lackOfEngagement),
        (.placed, .placed), (.atHome, .atHome), (.inSchoolOrWork, .inSchoolOrWork), (.noNewArrests, .noNewArrests),
        (.adherence, .meanAdherence), (.adherentFamilies, .adherentFamilies),
    ])
    func `what the network published is what the model says it did`(
        _ parameter: SimulationParameter, _ indicator: Indicator
    ) throws {
        let published = try #require(StandardMST().comparators.first { $0.indicator == indicator })
        #expect(Int((parameter.value * 10_000).rounded()) == published.tenThousandths)
    }

    @Test func `the three closures of those with the opportunity are all there is`() {
        let sum: Double = [SimulationParameter.completed, .lackOfEngagement, .placed].reduce(0) { $0 + $1.value }
        #expect(abs(sum - 1) < 1e-12)
    }

    @Test(arguments: [
        (SimulationParameter("a", 0.364, .share, "s"), "36.4%"), (SimulationParameter("a", 0.07, .share, "s"), "7%"),
        (SimulationParameter("a", 128.4, .days, "s"), "128.4"), (SimulationParameter("a", 60, .events, "s"), "60"),
        (SimulationParameter("a", 0.305, .score, "s"), "0.31"),
    ])
    func `numbers are written as people write them`(_ parameter: SimulationParameter, _ text: String) {
        #expect(parameter.text == text)
    }

    @Test func `each site has families, teams and therapists enough for them`() throws {
        for families in [0, 1, 7, 100, 5000].filter({ $0 > 0 }) {
            let plan = try plan(sites: 12, families: families)
            #expect(plan.sites.reduce(0) { $0 + $1.families } == families)
            #expect(Set(plan.sites.map(\.code)).count == 12)
            for site in plan.sites {
                #expect(Set(site.teams.map(\.code)).count == site.teams.count)
                #expect(Set(site.teams.map(\.id)).count == site.teams.count)
                #expect(site.teams.allSatisfy { (1...4).contains($0.therapists.count) })
                #expect(site.teams[0].startedOn < plan.request.from)
            }
        }
    }

    @Test func `all models are delivered, the first by every site`() throws {
        let plan = try plan(sites: 12)
        #expect(plan.sites.allSatisfy { site in site.teams.contains { $0.design == 0 } })
        #expect(Set(plan.sites.flatMap { $0.teams.map(\.design) }) == [0, 1, 2])
        #expect(Set(plan.sites.map(\.nation.jurisdiction)) == Set(Jurisdiction.allCases))
    }

    @Test func `families follow each other over seats in turn`() throws {
        let site = try #require(try plan(sites: 1, families: 2000).sites.first)
        var counts: [SeatCycle.Seat: Int] = [:]
        for family in 0..<2000 { counts[site.cycle.seat(of: family), default: 0] += 1 }
        for design in 0...2 {
            let mine = counts.filter { site.teams[$0.key.team].design == design }.map(\.value)
            #expect((mine.max() ?? 0) - (mine.min() ?? 0) <= 2, "\(mine)")
        }
    }

    @Test(arguments: [(0, 10, 24), (201, 10, 24), (1, 0, 24), (1, 5_000_001, 24), (1, 10, 5), (1, 10, 241)])
    func `what is too small or too large is refused with its limits`(_ sites: Int, _ families: Int, _ months: Int) {
        #expect(throws: SimulationFault.self) {
            try SimulationWorld.request(sites: sites, families: families, months: months)
        }
    }

    @Test func `a course goes through the phases of its model in order`() throws {
        let designs = try [CourseDesign(StandardMST()), CourseDesign(MSTCAN()), CourseDesign(MSTFIT())]
        #expect(designs[0].steps.map(\.phase) == ["treatment"])
        #expect(designs[1].isWholeFamily && !designs[1].beginsAway)
        #expect(designs[2].steps.map(\.phase) == ["placed", "transition", "home"])
        #expect(designs[2].beginsAway)
        #expect(designs[2].steps.map(\.leadsBack) == [false, true, false])
        #expect(designs.map { Int($0.stay.value.rounded()) } == [128, 228, 256])
        for design in designs { #expect(abs(design.steps.reduce(0) { $0 + $1.share } - 1) < 1e-9) }
    }
}
