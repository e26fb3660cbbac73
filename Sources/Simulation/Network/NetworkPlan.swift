import CivilDate
import EpisodeStore
import Intervention

/// The whole network before its first family: sites, teams, therapists, and how many families each site gets.
package struct NetworkPlan: Sendable {
    /// What was asked for.
    package let request: SimulationRequest
    let designs: [CourseDesign]
    let sites: [SiteSketch]

    /// A plan; the same request and models give the same.
    /// - Parameter planted: what sites are to differ by in a rehearsal; nil for differences as they are everywhere.
    package init(
        _ request: SimulationRequest, models: ModelRegistry, planted: PlantedEffects? = nil
    ) throws(SimulationFault) {
        self.request = request
        var designs: [CourseDesign] = []
        for id in models.ids {
            guard let model = models.newest(id) else { continue }
            designs.append(try CourseDesign(model))
        }
        guard !designs.isEmpty else { throw .unusableModel("there is no model") }
        self.designs = designs
        var builder = SiteBuilder(request, designs, planted)
        let families = NetworkPlan.families(of: request)
        sites = (1...request.sites).map { builder.site($0, families: families[$0 - 1]) }
    }

    /// The table of all numbers that the network is made from: those of all models, then those of each.
    package var parameters: [SimulationParameter] { SimulationParameter.common + designs.flatMap(\.parameters) }

    /// How many episodes are to be expected.
    package var expectedEpisodes: Int {
        let again = SimulationParameter.referredAgain.value * 0.7
        return Int(Double(request.families) * (1 + SimulationParameter.twoChildren.value) * (1 + again))
    }

    /// How many events are to be expected, declined referrals and courses that go on taken into account.
    package var expectedEvents: Int {
        let days = Double(request.from.days(until: request.until))
        let treated = (1 - SimulationParameter.declined.value) * (1 - SimulationParameter.neverStarted.value)
        // Courses that are not completed are shorter, and those of the last months have come part of their way.
        let course = SimulationParameter.fullCourse.value * 0.95 * max(0.2, 1 - 120 / days)
        return Int(Double(expectedEpisodes) * (treated * course + 5.5))
    }

    /// The families of each site: some sites are larger than others.
    private static func families(of request: SimulationRequest) -> [Int] {
        let spread = Spread(seed: request.seed, trait: 4)
        let weights = (1...request.sites).map { 1 + 0.5 * spread.value(of: $0) }
        let whole = weights.reduce(0, +)
        var families: [Int] = []
        var (share, given) = (0.0, 0)
        for weight in weights {
            share += weight
            let upTo = Int(Double(request.families) * share / whole + 0.5)
            families.append(upTo - given)
            given = upTo
        }
        return families
    }
}
