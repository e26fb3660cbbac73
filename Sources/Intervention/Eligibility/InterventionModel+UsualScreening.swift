import CivilDate

extension InterventionModel {
    /// Screens a referral by the model's ages, questions and requirements. What is not known never decides: it asks for
    /// advice.
    public func usualScreening(
        _ profile: Profile, _ answers: ReferralAnswers, with settings: ModelSettings, on day: CivilDate
    ) -> Eligibility {
        let reader = AnswerReader(answers: answers, settings: settings, day: day)
        let ofCriteria = criteria.flatMap { reason(of: $0, read: reader) }
        let ofRequirements = requirements.enumerated().compactMap { place, requirement in
            reason(of: requirement, number: place + 1, read: reader)
        }
        return Eligibility(
            id, reasons: ageReasons(profile.birthMonth, on: day, with: settings) + ofRequirements + ofCriteria
        )
    }

    private func reason(of criterion: EligibilityCriterion, read reader: AnswerReader) -> [Eligibility.Reason] {
        let answer = reader.answer(to: criterion)
        let verdict: Eligibility.Verdict
        switch (criterion.effect, answer) {
        case (.excludes, .yes): verdict = .notEligible
        case (.excludes, .unknown), (.needsAdvice, .yes), (.needsAdvice, .unknown): verdict = .needsAdvice
        case (.includes, .yes), (.supports, .yes): verdict = .eligible
        case (_, .no), (.includes, .unknown), (.supports, .unknown): return []
        }
        let prefix = answer == .unknown ? "not known: " : ""
        return [Eligibility.Reason(criterion.key.text, verdict, prefix + criterion.question, source: criterion.source)]
    }

    private func reason(
        of requirement: EligibilityRequirement, number: Int, read reader: AnswerReader
    ) -> Eligibility.Reason? {
        let ways = requirement.ways.filter(reader.isOpen)
        let answers = ways.map { way in
            (
                least: way.atLeast.flatMap(reader.settings.whole) ?? 1,
                given: way.criteria.compactMap { key in criteria.first { $0.key == key } }.map(reader.answer)
            )
        }
        if answers.contains(where: { way in way.given.count { $0 == .yes } >= way.least }) { return nil }
        let couldBe = answers.contains { way in way.given.count { $0 != .no } >= way.least }
        let wanted = ways.map { way in
            let keys = way.criteria.map(\.text).joined(separator: ", ")
            let least = way.atLeast.flatMap(reader.settings.whole) ?? 1
            return way.criteria.count == 1 ? keys : "at least \(least) of \(keys)"
        }
        let sentence =
            "\(couldBe ? "not known" : "not met"): \(requirement.title) (\(wanted.joined(separator: ", or ")))"
        return Eligibility.Reason("requirement-\(number)", couldBe ? .needsAdvice : .notEligible, sentence)
    }

    private func ageReasons(
        _ birthMonth: CivilMonth?, on day: CivilDate, with settings: ModelSettings
    ) -> [Eligibility.Reason] {
        guard let least = settings.whole(.leastAge), let greatest = settings.whole(.greatestAge) else { return [] }
        let source = parameters.first { $0.key == .leastAge }?.source
        let range = "\(title) is for \(least) to \(greatest)"
        guard let birthMonth else {
            return [Eligibility.Reason("age", .needsAdvice, "not known: the age at referral; \(range)", source: source)]
        }
        let oldest = birthMonth.firstDay.completedYears(on: day)
        let youngest = birthMonth.lastDay.completedYears(on: day)
        let age = oldest == youngest ? "\(oldest)" : "\(youngest) or \(oldest)"
        let verdict: Eligibility.Verdict =
            if youngest >= least, oldest <= greatest {
                .eligible
            } else {
                oldest < least || youngest > greatest ? .notEligible : .needsAdvice
            }
        return [
            Eligibility.Reason("age", verdict, "the age at referral is \(age) years; \(range)", source: source)
        ]
    }
}

/// Reads the answers to the questions of a model.
struct AnswerReader {
    let answers: ReferralAnswers
    let settings: ModelSettings
    /// The day of referral.
    let day: CivilDate

    /// Yes, no or unknown. A day answers by lying within the parameter's days before the referral.
    func answer(to criterion: EligibilityCriterion) -> Answer {
        guard let within = criterion.within else { return answers.answers[criterion.key] ?? .unknown }
        guard let happened = answers.days[criterion.key], let most = settings.whole(within) else {
            return answers.answers[criterion.key] == .no ? .no : .unknown
        }
        return (0...most).contains(happened.days(until: day)) ? .yes : .no
    }

    /// Whether a way is open under the settings.
    func isOpen(_ way: EligibilityRequirement.Way) -> Bool {
        guard let choice = way.choice else { return true }
        return settings.choice(choice.parameter).map(choice.values.contains) ?? false
    }
}
