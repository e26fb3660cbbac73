import ArgumentParser
import CivilDate
import Intervention
import YAMLFile

/// An answer to a question about a referral, as it is typed: `no-carer=no`, `abuse-report=2026-01-31`.
struct AnswerArgument: Hashable, Sendable {
    /// The question.
    let key: CriterionKey
    /// What is typed after the sign.
    let text: String

    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let key = CriterionKey(parts[0]) else {
            throw ValidationError("write question=answer, as no-carer=no; --questions lists the questions")
        }
        self.key = key
        text = String(parts[1])
    }

    /// The answers as the models take them.
    /// - Throws: status 65 for a question that none of the models asks, one answered twice, and an answer of the wrong
    ///   form.
    static func answers(
        _ given: [AnswerArgument], to criteria: [EligibilityCriterion]
    ) throws(CommandFault) -> ReferralAnswers {
        var answers = ReferralAnswers()
        var seen: Set<CriterionKey> = []
        for one in given {
            guard let criterion = criteria.first(where: { $0.key == one.key }) else {
                let nearest = NearestWord.near(one.key.text, among: criteria.map(\.key.text))
                let meant = nearest.map { "; was \($0) meant?" } ?? "; --questions lists those that there are"
                throw CommandFault(.data, "no model of the site asks \(one.key)\(meant)")
            }
            guard seen.insert(one.key).inserted else {
                throw CommandFault(.data, "\(one.key) is answered twice")
            }
            if let answer = Answer(rawValue: one.text), criterion.within == nil || answer != .yes {
                answers.answers[one.key] = answer
            } else if criterion.within != nil, let day = CivilDate(iso: one.text) {
                answers.days[one.key] = day
            } else {
                let forms = criterion.within == nil ? "yes, no or unknown" : "a day as YYYY-MM-DD, no or unknown"
                throw CommandFault(.data, "\(one.key) is answered by \(forms)")
            }
        }
        return answers
    }
}
