import CivilDate
import EpisodeStore
import Intervention

/// Sketches sites, each from random numbers of its own.
struct SiteBuilder {
    private let request: SimulationRequest
    private let designs: [CourseDesign]
    private let planted: PlantedEffects?

    init(_ request: SimulationRequest, _ designs: [CourseDesign], _ planted: PlantedEffects?) {
        self.request = request
        self.designs = designs
        self.planted = planted
    }

    /// The site of a number.
    mutating func site(_ number: Int, families: Int) -> SiteSketch {
        var dice = Dice(seed: request.seed, UInt64(number), 0)
        let shares = shares(of: number)
        var teams: [SiteSketch.Team] = []
        for share in shares {
            let load = Double(families * share.count) / Double(shares.reduce(0) { $0 + $1.count })
            teams += self.teams(of: share.design, load: load, isFirst: teams.isEmpty, dice: &dice)
        }
        var seats: [Int: [SeatCycle.Seat]] = [:]
        for (team, sketch) in teams.enumerated() {
            seats[sketch.design, default: []] += sketch.therapists.indices.map { .init(team: team, therapist: $0) }
        }
        return SiteSketch(
            number: number, code: Codes.site(number), nation: .of(site: number), teams: teams,
            traits: SiteTraits(of: number, seed: request.seed, planted: planted), families: families,
            cycle: SeatCycle(seats: seats, shares: shares, dice: &dice)
        )
    }

    /// Every site delivers the first model; every third the second besides, every fourth the third, and so on.
    private func shares(of site: Int) -> [(design: Int, count: Int)] {
        let others = designs.indices.dropFirst().filter { site % ($0 + 2) == 1 }
        return [(design: 0, count: 20 - 4 * min(4, others.count))] + others.prefix(4).map { (design: $0, count: 4) }
    }

    /// As many therapists as the families need, three or four a team.
    private func teams(
        of design: Int, load families: Double, isFirst: Bool, dice: inout Dice
    ) -> [SiteSketch.Team] {
        let course = designs[design]
        let days = Double(request.from.days(until: request.until))
        let treated = families * (1 - SimulationParameter.declined.value)
        let needed = max(2, Int((treated * course.stay.value / days / course.caseload).rounded(.up)))
        let teamCount = (needed + 3) / 4
        return (0..<teamCount).map { place in
            let size = (needed + place) / teamCount
            let start =
                if isFirst && place == 0 {
                    request.from.adding(days: -dice.whole(200...2500))
                } else if dice.chance(0.15) {
                    request.from.adding(days: dice.whole(30...max(31, Int(days / 2))))
                } else {
                    request.from.adding(days: -dice.whole(60...2000))
                }
            let code = Codes.team(course.model, teamCount == 1 ? nil : place + 1)
            return SiteSketch.Team(
                id: dice.id(), code: code, modelText: course.model.text, design: design, startedOn: start,
                therapists: (0..<max(1, size)).map { Codes.therapist(code, $0 + 1) }
            )
        }
    }
}
