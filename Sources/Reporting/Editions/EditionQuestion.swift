import Disclosure
import Intervention

/// What is counted in some rows of an edition: a whole and the parts that it falls into. An indicator is a row with its
/// margin, so that a small remainder is withheld as well as a small count.
struct EditionQuestion: Hashable, Sendable {
    /// One row.
    struct Row: Hashable, Sendable {
        /// What it is called, the same in every edition.
        let name: String
        /// What it is a part of; nil for the whole.
        let parent: Int?
        /// The rows that its percentage is of, added up; empty when it has none.
        var of: [String] = []
    }

    /// How its counts are found.
    enum Kind: Hashable, Sendable {
        /// How families left.
        case ending
        /// Whether treatment had begun.
        case beginning
        /// An answer of yes, no or unknown.
        case answer
        /// Whether a family was interviewed.
        case interviewed
        /// Referrals that were decided.
        case decisions
    }

    /// What families are asked for.
    enum Subject: Hashable, Sendable {
        /// An indicator of the network.
        case indicator(Indicator)
        /// An outcome of a model's own, over some of the closures.
        case outcome(OutcomeKey, over: MeasureBase)
    }

    /// How its counts are found.
    let kind: Kind
    /// What it answers.
    let subjects: [Subject]
    /// The rows, each after what it is a part of.
    private(set) var rows: [Row]
    /// Who counts, of whom.
    let meaning: String

    /// Whether it asks for an outcome of a model's own.
    var isOfModel: Bool { if case .outcome? = subjects.first { true } else { false } }

    /// What stands for closures with the opportunity for a full course.
    static let opportunity = "closures with the opportunity for a full course"
    private static let closures = "closures"
    private static let began = "closures after treatment began"
    private static let decided = "referrals decided"

    private init(_ kind: Kind, _ subjects: [Subject], whole: String, meaning: String) {
        self.kind = kind
        self.subjects = subjects
        self.meaning = meaning
        rows = [Row(name: whole, parent: nil)]
    }

    private mutating func add(_ name: String, to parent: Int = 0, of whole: [String] = []) {
        rows.append(Row(name: name, parent: parent, of: whole))
    }

    /// All that an edition counts of a model.
    /// - Parameter model: nil for all models together, which are counted as the network's table does.
    static func all(of model: (any InterventionModel)?) throws(ReportFault) -> [EditionQuestion] {
        var asked: [Outcome] = []
        for indicator in [Indicator.atHome, .inSchoolOrWork, .noNewArrests] {
            asked.append(Outcome(try CountedIndicator(indicator, in: model)))
        }
        let network = Set(asked.map(\.title))
        // Models together have no outcomes of their own, and one that is called as the network's would stand in its row.
        asked += (model?.instrumental ?? []).filter { !network.contains($0.title) }
        var questions = [ending()]
        if let begun = asked.first(where: { $0.base == .started }) { questions.append(beginning(begun.subject)) }
        let others = [try interviewed(model), try adherent(model), try decisions(model)]
        return questions + asked.map(outcome) + others
    }

    /// An outcome at closing as its rows are made.
    fileprivate struct Outcome {
        let subject: Subject
        let title: String
        let base: MeasureBase
        let isUnknownKept: Bool
        let meaning: String
    }

    /// How families left, of all closures.
    private static func ending() -> EditionQuestion {
        var question = EditionQuestion(
            .ending, [.indicator(.completed), .indicator(.lackOfEngagement), .indicator(.placed)], whole: closures,
            meaning: "How families left, of all closures; what counts as an opportunity is the model's rule.")
        question.add(opportunity)
        question.add("completed treatment", to: 1, of: [opportunity])
        question.add("closed for lack of engagement", to: 1, of: [opportunity])
        question.add("placed during treatment", to: 1, of: [opportunity])
        question.add("closed otherwise")
        return question
    }

    private static func beginning(_ outcome: Subject) -> EditionQuestion {
        var question = EditionQuestion(
            .beginning, [outcome], whole: closures, meaning: "Closures by whether treatment had begun.")
        question.add(began)
        question.add("closures before treatment began")
        return question
    }

    private static func outcome(_ asked: Outcome) -> EditionQuestion {
        let whole = name(of: asked.base)
        // The same words over another base are another figure.
        let base = asked.base == .opportunity ? "" : " (of \(whole))"
        let answers = ["yes", "no", "unknown"].map { "\(asked.title): \($0)\(base)" }
        var question = EditionQuestion(.answer, [asked.subject], whole: whole, meaning: asked.meaning)
        question.add(answers[0], of: asked.isUnknownKept ? answers : [answers[0], answers[1]])
        question.add(answers[1])
        question.add(answers[2])
        return question
    }

    private static func interviewed(_ model: (any InterventionModel)?) throws(ReportFault) -> EditionQuestion {
        let counted = try CountedIndicator(.interviewedFamilies, in: model)
        var question = EditionQuestion(
            .interviewed, [.indicator(.interviewedFamilies)], whole: opportunity, meaning: counted.rule)
        question.add("interviewed: yes", of: ["interviewed: yes", "interviewed: no"])
        question.add("interviewed: no")
        question.add("interviewed: unknown whether it was expected")
        question.add("interviewed: stay too short")
        return question
    }

    private static func adherent(_ model: (any InterventionModel)?) throws(ReportFault) -> EditionQuestion {
        let counted = try CountedIndicator(.adherentFamilies, in: model)
        var question = EditionQuestion(
            .answer, [.indicator(.adherentFamilies)], whole: closures, meaning: counted.rule)
        question.add("adherent: yes", of: ["adherent: yes", "adherent: no"])
        question.add("adherent: no")
        question.add("adherent: without an interview")
        return question
    }

    private static func decisions(_ model: (any InterventionModel)?) throws(ReportFault) -> EditionQuestion {
        let counted = try CountedIndicator(.referralAcceptance, in: model)
        var question = EditionQuestion(
            .decisions, [.indicator(.referralAcceptance)], whole: decided, meaning: counted.rule)
        question.add("referrals accepted", of: [decided])
        question.add("referrals declined")
        return question
    }

    fileprivate static func name(of base: MeasureBase) -> String {
        switch base {
        case .closed: closures
        case .opportunity: opportunity
        case .started: began
        }
    }
}

extension EditionQuestion.Outcome {
    /// One of the network's.
    fileprivate init(_ counted: CountedIndicator) {
        self.init(
            subject: .indicator(counted.indicator), title: counted.indicator.title, base: counted.base,
            isUnknownKept: counted.isUnknownKept, meaning: counted.rule)
    }
}

extension InterventionModel {
    /// The model's instrumental outcomes, each title once.
    fileprivate var instrumental: [EditionQuestion.Outcome] {
        var titles: Set<String> = []
        return outcomes.filter { $0.role == .instrumental && titles.insert($0.title).inserted }.map { outcome in
            let measure = Measure(of: outcome)
            return EditionQuestion.Outcome(
                subject: .outcome(outcome.key, over: measure.base), title: outcome.title, base: measure.base,
                isUnknownKept: measure.unknowns == .kept,
                meaning: "Instrumental outcome. \(outcome.meaning) Counted: yes, of "
                    + EditionQuestion.name(of: measure.base)
                    + (measure.unknowns == .kept ? "; an unknown answer stays in." : " and a known answer."))
        }
    }
}
