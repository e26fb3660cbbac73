import CivilDate
import Intervention
import Postgres

/// The counts that an edition is made of, by site and quarter, of one model or of all of them together.
struct EditionCounts: Sendable {
    /// A site in a quarter.
    struct Place: Hashable, Sendable {
        /// The site's code.
        let site: String
        /// The quarter.
        let quarter: Int
    }

    /// The model's id; nil for all together.
    let model: ModelID?
    /// What is counted.
    let questions: [EditionQuestion]
    /// For each place the counts of the rows that are not taken apart further, question by question.
    private(set) var leaves: [Place: [[Int]]] = [:]

    /// Reads them.
    /// - Parameter ground: one whose request names the model, or pools all.
    /// - Throws: ``ReportFault``, or the database's fault.
    static func read(
        _ questions: [EditionQuestion], on ground: ReportGround, in transaction: Transaction
    ) async throws -> EditionCounts {
        let model = ground.model.flatMap { ground.models.newest($0) }
        let codes = Dictionary(ground.sites.map { ($0.id.number, $0.code.text) }) { first, _ in first }
        let subjects = Set(CountedIndicator.all.map { .indicator($0) }).union(questions.flatMap(\.subjects))
        var counted: [EditionQuestion.Subject: [Place: Answers]] = [:]
        for subject in subjects {
            switch subject {
            case .indicator(let indicator):
                let counts = try await IndicatorCounts.read(
                    try CountedIndicator(indicator, in: model), by: .months, on: ground, in: transaction)
                counted[subject] = sums(counts.rows, codes)
            case .outcome(let key, let base):
                let rows = try await IndicatorCounts.answers(
                    to: key, over: base, by: .months, on: ground, in: transaction)
                counted[subject] = sums(rows, codes)
            }
        }
        var all = EditionCounts(model: ground.model, questions: questions)
        for place in Set(counted.values.flatMap(\.keys)) {
            all.leaves[place] = try leaves(of: questions, counted.mapValues { $0[place] ?? Answers() })
        }
        return all
    }

    /// Closures over quarters, of some sites, or of all where none is named.
    func closures(of sites: [String] = [], in quarters: ClosedRange<Int>) -> Int {
        leaves.filter { (sites.isEmpty || sites.contains($0.key.site)) && quarters.contains($0.key.quarter) }
            .reduce(0) { $0 + ($1.value.first?.reduce(0, +) ?? 0) }
    }

    /// The sites that closed a case or decided a referral, by code.
    var sites: [String] {
        Set(leaves.filter { $0.value.contains { $0.contains { $0 > 0 } } }.keys.map(\.site)).sorted()
    }

    /// How many sites count in a column of the network: of decisions those that decided, of closures the fewest that count
    /// in any question of the column, since a question has but some of them.
    func contributors(_ question: Int, _ quarters: ClosedRange<Int>) -> Int {
        let isDecisions = questions[question].kind == .decisions
        let columns = questions.indices.filter { (questions[$0].kind == .decisions) == isDecisions }
        return fewest(of: columns, leaves.filter { quarters.contains($0.key.quarter) })
    }

    /// How many of some sites count in all that is counted of them: the fewest that count in any question.
    func contributors(of sites: [String], _ quarters: ClosedRange<Int>) -> Int {
        let theirs = leaves.filter { quarters.contains($0.key.quarter) && sites.contains($0.key.site) }
        return fewest(of: Array(questions.indices), theirs)
    }

    private func fewest(of columns: [Int], _ theirs: [Place: [[Int]]]) -> Int {
        columns.map { column in
            Set(theirs.filter { $0.value[column].contains { $0 > 0 } }.keys.map(\.site)).count
        }.filter { $0 > 0 }.min() ?? 0
    }

    /// What tables call the model.
    var name: String { model?.text ?? EditionShape.allModels }

    /// The count of a row that is not taken apart, over sites (all for none) and quarters.
    func sum(_ question: Int, _ leaf: Int, _ sites: [String], _ quarters: ClosedRange<Int>) -> Int {
        leaves.reduce(0) { sum, entry in
            guard quarters.contains(entry.key.quarter), sites.isEmpty || sites.contains(entry.key.site) else {
                return sum
            }
            return sum + entry.value[question][leaf]
        }
    }

    /// Whom a question is asked of, over sites (all for none) and quarters.
    func families(_ question: Int, _ sites: [String], _ quarters: ClosedRange<Int>) -> Int {
        EditionGrid.leaves(questions[question].rows.map { .init(name: $0.name, parent: $0.parent) }).indices
            .reduce(0) { $0 + sum(question, $1, sites, quarters) }
    }

    private init(model: ModelID?, questions: [EditionQuestion]) {
        self.model = model
        self.questions = questions
    }

    private static func sums(_ rows: [IndicatorCount], _ codes: [Int32: String]) -> [Place: Answers] {
        var sums: [Place: Answers] = [:]
        for row in rows {
            guard let month = row.month, let site = codes[row.site] else { continue }
            let place = Place(site: site, quarter: EditionPeriod.quarter(of: month.civilMonth))
            sums[place, default: Answers()].add(row)
        }
        return sums
    }

    /// The counts of the rows that are not taken apart, in their order.
    private static func leaves(
        of questions: [EditionQuestion], _ answers: [EditionQuestion.Subject: Answers]
    ) throws(ReportFault) -> [[Int]] {
        var counts: [[Int]] = []
        for question in questions { counts.append(try leaves(of: question, answers)) }
        return counts
    }

    private static func leaves(
        of question: EditionQuestion, _ answers: [EditionQuestion.Subject: Answers]
    ) throws(ReportFault) -> [Int] {
        func of(_ indicator: Indicator) -> Answers { answers[.indicator(indicator)] ?? Answers() }
        let completed = of(.completed)
        let opportunity = completed.yes + completed.no
        let own = question.subjects.first.flatMap { answers[$0] } ?? Answers()
        switch question.kind {
        case .ending:
            let endings = [completed.yes, of(.lackOfEngagement).yes, of(.placed).yes]
            guard endings.reduce(0, +) == opportunity else { throw .inexact(.completed) }
            return endings + [completed.outside]
        case .beginning: return [opportunity + completed.outside - own.outside, own.outside]
        case .answer: return [own.yes, own.no, own.unknown]
        case .interviewed:
            let short = opportunity - own.yes - own.no - own.unknown
            guard short >= 0 else { throw .inexact(.interviewedFamilies) }
            return [own.yes, own.no, own.unknown, short]
        case .decisions: return [own.yes, own.no]
        }
    }
}

extension EditionCounts {
    /// How those of one place answered.
    struct Answers: Hashable, Sendable {
        var yes = 0
        var no = 0
        var unknown = 0
        var outside = 0

        mutating func add(_ row: IndicatorCount) {
            yes += row.yes
            no += row.no
            unknown += row.unknown
            outside += row.outside
        }
    }
}
