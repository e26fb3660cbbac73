import CivilDate
import EpisodeStore
import Intervention
import Practice
import Reporting
import Statistics

/// A network of 24 sites with planted effects, made in an empty database as any invented network is, and what the house's
/// own figures find in it.
package struct Rehearsal: Sendable {
    /// The network.
    package let plan: NetworkPlan
    /// What is planted.
    package let effects: PlantedEffects
    /// The model whose closures are compared: the one that every site delivers.
    package let model: ModelID
    /// The days on which they were closed: none of the first months, when only short courses have come to their end, and
    /// none of the last, of which not all is known yet.
    package let period: CivilPeriod

    /// A rehearsal.
    /// - Parameters:
    ///   - seed: what chance begins with.
    ///   - families: how many in the whole network.
    package init(seed: UInt64, families: Int, models: ModelRegistry) throws(SimulationFault) {
        guard let model = models.ids.first else { throw .unusableModel("there is no model") }
        let request = try SimulationRequest(
            sites: Rehearsal.sites, families: families, months: 36, seed: seed, until: Rehearsal.until)
        let through = request.until.adding(months: -2).adding(days: -1)
        guard let period = CivilPeriod(from: request.from.adding(months: 9), through: through) else {
            throw .tooEarly(request.until)
        }
        self.model = model
        self.period = period
        effects = PlantedEffects(seed: seed, sites: Rehearsal.sites)
        plan = try NetworkPlan(request, models: models, planted: effects)
    }

    /// Makes the network and says what a comparison of its sites finds.
    /// - Parameters:
    ///   - simulator: over a database without sites.
    ///   - practice: over the same.
    ///   - progress: called with the families that are on record.
    package func run(
        _ simulator: Simulator, _ practice: Practice, progress: (Int) -> Void = { _ in }
    ) async throws -> RehearsalFindings {
        _ = try await simulator.run(plan) { progress($0.families) }
        return RehearsalFindings(try await answers(practice), seed: plan.request.seed)
    }

    /// What the indicator tables of the sites have, question by question.
    func answers(_ practice: Practice) async throws -> [RehearsedAnswer] {
        var shares: [RehearsedQuestion: [Proportion]] = [:]
        for site in plan.sites {
            let scope = try ReportScope(sites: .one(site.code), models: .one(model))
            let table = try await practice.indicators(of: scope, from: period.from, through: period.through)
            for question in RehearsedQuestion.allCases {
                shares[question, default: []].append(try Rehearsal.share(question, in: table))
            }
        }
        return RehearsedQuestion.allCases.map { RehearsedAnswer($0, shares[$0] ?? [], planted: effects) }
    }

    /// A site's share as its indicator table has it.
    private static func share(
        _ question: RehearsedQuestion, in table: IndicatorTable
    ) throws(SimulationFault) -> Proportion {
        let row = table.sections.first?.rows.first { $0.indicator == question.indicator }
        guard let row else { throw .unusableModel("it has no indicator \(question.indicator.rawValue)") }
        let (known, all) = (row.denominator, row.denominator + row.unknown)
        let counted = Int(((row.value ?? 0) * Double(known)).rounded())
        let share =
            question == .answered
            ? Proportion(numerator: known, denominator: all) : Proportion(numerator: counted, denominator: known)
        guard let share else { throw .unusableModel("\(question.indicator.rawValue) is no share of closures") }
        return share
    }

    /// A site's code.
    package static func code(of site: Int) -> SiteCode { Codes.site(site) }

    /// How many sites a rehearsed network has.
    package static let sites = 24

    /// The first day after its history, the same on whatever day it is rehearsed: 2026-01-01.
    private static let until = CivilDate(dayNumber: 20_454)
}

extension RehearsedQuestion {
    /// The indicator that it is read from.
    var indicator: Indicator {
        switch self {
        case .completed: .completed
        case .noNewArrests: .noNewArrests
        case .answered, .inSchoolOrWork: .inSchoolOrWork
        }
    }
}
