import CivilDate
import Disclosure
import Intervention
import Postgres

/// The counts of an edition, laid out in its tables.
struct EditionTally: Sendable {
    /// The tables.
    let grids: [EditionGrid]
    /// What is counted of each model, by the name that tables have of it.
    let questions: [String: [EditionQuestion]]
    /// How many records count, by their site's code.
    let records: [String: Int]
    private let counts: [EditionCounts]

    /// Counts.
    /// - Throws: ``ReportFault``, or the database's fault.
    static func read(
        _ request: EditionRequest, on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> EditionTally {
        let nations = Dictionary(grouping: ground.sites, by: \.nation).mapValues { $0.map(\.code.text) }
        let shape = EditionShape(profile: request.profile, period: request.period, nations: nations)
        let ids = request.model.map { [$0] } ?? ground.models.ids
        var models: [EditionCounts] = []
        for id in ids {
            let questions = try EditionQuestion.all(of: ground.models.newest(id))
            models.append(
                try await EditionCounts.read(questions, on: report(request, .one(id), ground), in: transaction))
        }
        var pooled: EditionCounts?
        if request.model == nil, request.profile.isPublic, request.period.isLongest {
            pooled = try await EditionCounts.read(
                try EditionQuestion.all(of: nil), on: report(request, .pooled, ground), in: transaction)
        }
        let counts = models + [pooled].compactMap { $0 }
        var questions: [String: [EditionQuestion]] = [:]
        for counts in counts { questions[counts.name] = counts.questions }
        return EditionTally(
            grids: shape.grids(models, pooled: pooled), questions: questions,
            records: try await records(request, on: ground, in: transaction), counts: counts)
    }

    /// How many records count, by their site's code.
    static func records(
        _ request: EditionRequest, on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> [String: Int] {
        let codes = ground.codes
        let numbers = try await EditionChanges.records(
            at: ground.cut, in: request.period.days, of: request.model, sites: ground.numbers, in: transaction)
        return Dictionary(numbers.map { (codes[$0] ?? "\($0)", $1) }, uniquingKeysWith: +)
    }

    /// By how much a count of a table that was kept is another now.
    struct Step {
        let answer: Int
        let place: Int
        let time: Int
        let by: Int
    }

    /// The counts of what a kept table does not take apart, as they are now; nil where its rows are counted no more.
    func steps(since kept: EditionGrid) -> [Step]? {
        let rows = kept.answers.map(\.name)
        guard let counts = counts.first(where: { $0.name == kept.model }),
            let question = counts.questions.firstIndex(where: { $0.rows.map(\.name) == rows })
        else { return nil }
        var before = kept.counts[...]
        var steps: [Step] = []
        for (leaf, answer) in EditionGrid.leaves(kept.answers).enumerated() {
            for place in EditionGrid.leaves(kept.places) {
                for time in EditionGrid.leaves(kept.times) {
                    let now = counts.sum(question, leaf, kept.sites[place], kept.span(time))
                    steps.append(
                        Step(answer: answer, place: place, time: time, by: now - (before.popFirst() ?? 0)))
                }
            }
        }
        return steps
    }

    /// How many records at least count otherwise here than in a table that was kept; nil where its rows are counted no more.
    func moved(since kept: EditionGrid) -> Int? {
        // Whoever counts in another row left one and came to one.
        steps(since: kept).map { steps in
            max(steps.reduce(0) { $0 + max(0, $1.by) }, steps.reduce(0) { $0 + max(0, -$1.by) })
        }
    }

    private static func report(
        _ request: EditionRequest, _ models: ReportScope.Models, _ ground: EditionMaterial.Ground
    ) throws -> ReportGround {
        let question = try ReportRequest(
            scope: try ReportScope(sites: .all, models: models), from: request.period.days.from,
            through: request.period.days.through, knownAt: ground.cut, now: ground.cut)
        return ReportGround(
            question, sites: ground.sites, today: ground.cut.utcDay, models: ground.models, running: [],
            settings: [:])
    }
}
