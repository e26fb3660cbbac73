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

    /// How its counts are found.
    let kind: Kind
    /// The indicators that it answers.
    let indicators: [Indicator]
    /// The rows, each after what it is a part of.
    private(set) var rows: [Row]
    /// Who counts, of whom.
    let meaning: String

    /// What stands for closures with the opportunity for a full course.
    static let opportunity = "closures with the opportunity for a full course"
    private static let closures = "closures"
    private static let began = "closures after treatment began"
    private static let decided = "referrals decided"

    private init(_ kind: Kind, _ indicators: [Indicator], whole: String, meaning: String) {
        self.kind = kind
        self.indicators = indicators
        self.meaning = meaning
        rows = [Row(name: whole, parent: nil)]
    }

    private mutating func add(_ name: String, to parent: Int = 0, of whole: [String] = []) {
        rows.append(Row(name: name, parent: parent, of: whole))
    }

    /// All that an edition counts of a model.
    /// - Parameter model: nil for all models together, which are counted as the network's table does.
    static func all(of model: (any InterventionModel)?) throws(ReportFault) -> [EditionQuestion] {
        var questions = [ending()]
        var outcomes: [EditionQuestion] = []
        var begun: Indicator?
        for indicator in [Indicator.atHome, .inSchoolOrWork, .noNewArrests] {
            let counted = try CountedIndicator(indicator, in: model)
            if counted.base == .started { begun = indicator }
            outcomes.append(outcome(counted))
        }
        if let begun { questions.append(beginning(begun)) }
        let others = [try interviewed(model), try adherent(model), try decisions(model)]
        return questions + outcomes + others
    }

    /// How families left, of all closures.
    private static func ending() -> EditionQuestion {
        var question = EditionQuestion(
            .ending, [.completed, .lackOfEngagement, .placed], whole: closures,
            meaning: "How families left, of all closures; what counts as an opportunity is the model's rule.")
        question.add(opportunity)
        question.add("completed treatment", to: 1, of: [opportunity])
        question.add("closed for lack of engagement", to: 1, of: [opportunity])
        question.add("placed during treatment", to: 1, of: [opportunity])
        question.add("closed otherwise")
        return question
    }

    private static func beginning(_ outcome: Indicator) -> EditionQuestion {
        var question = EditionQuestion(
            .beginning, [outcome], whole: closures, meaning: "Closures by whether treatment had begun.")
        question.add(began)
        question.add("closures before treatment began")
        return question
    }

    private static func outcome(_ counted: CountedIndicator) -> EditionQuestion {
        let (title, whole) = (counted.indicator.title, name(of: counted.base))
        // The same words over another base are another figure.
        let base = counted.base == .opportunity ? "" : " (of \(whole))"
        let answers = ["yes", "no", "unknown"].map { "\(title): \($0)\(base)" }
        var question = EditionQuestion(.answer, [counted.indicator], whole: whole, meaning: counted.rule)
        question.add(answers[0], of: counted.isUnknownKept ? answers : [answers[0], answers[1]])
        question.add(answers[1])
        question.add(answers[2])
        return question
    }

    private static func interviewed(_ model: (any InterventionModel)?) throws(ReportFault) -> EditionQuestion {
        let counted = try CountedIndicator(.interviewedFamilies, in: model)
        var question = EditionQuestion(
            .interviewed, [.interviewedFamilies], whole: opportunity, meaning: counted.rule)
        question.add("interviewed: yes", of: ["interviewed: yes", "interviewed: no"])
        question.add("interviewed: no")
        question.add("interviewed: unknown whether it was expected")
        question.add("interviewed: stay too short")
        return question
    }

    private static func adherent(_ model: (any InterventionModel)?) throws(ReportFault) -> EditionQuestion {
        let counted = try CountedIndicator(.adherentFamilies, in: model)
        var question = EditionQuestion(.answer, [.adherentFamilies], whole: closures, meaning: counted.rule)
        question.add("adherent: yes", of: ["adherent: yes", "adherent: no"])
        question.add("adherent: no")
        question.add("adherent: without an interview")
        return question
    }

    private static func decisions(_ model: (any InterventionModel)?) throws(ReportFault) -> EditionQuestion {
        let counted = try CountedIndicator(.referralAcceptance, in: model)
        var question = EditionQuestion(.decisions, [.referralAcceptance], whole: decided, meaning: counted.rule)
        question.add("referrals accepted", of: [decided])
        question.add("referrals declined")
        return question
    }

    private static func name(of base: MeasureBase) -> String {
        switch base {
        case .closed: closures
        case .opportunity: opportunity
        case .started: began
        }
    }
}
