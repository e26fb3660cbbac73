import Intervention

/// The questions of several models, each once: the same question has the same key in every model.
package struct ReferralQuestions: Sendable {
    /// The questions, in the order of the models.
    package let criteria: [EligibilityCriterion]

    /// The questions of these models.
    package init(_ models: [any InterventionModel]) {
        var seen: Set<CriterionKey> = []
        criteria = models.flatMap(\.criteria).filter { seen.insert($0.key).inserted }
    }

    /// A field for each: yes, no or not known; a day where the question asks for one.
    var fields: [AskField] {
        criteria.flatMap { criterion -> [AskField] in
            let answers: [Answer] = criterion.within == nil ? [.yes, .no, .unknown] : [.no, .unknown]
            let choice = AskField(
                "\(ReferralPage.Field.answer)-\(criterion.key)", criterion.question.capitalizedFirst,
                .radios(answers.map { .init(value: $0.rawValue, title: $0.title) }))
            guard criterion.within != nil else { return [choice] }
            return [
                AskField(
                    "\(ReferralPage.Field.happened)-\(criterion.key)", criterion.question.capitalizedFirst,
                    hint: "Leave it empty where the answer below says more", .date), choice,
            ]
        }
    }
}
