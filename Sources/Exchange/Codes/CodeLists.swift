import Intervention

/// Every list of codes that files are checked against, by name.
package enum CodeLists {
    /// The lists that are the same for every site, in the order in which they are shown.
    package static let all: [CodeList] =
        [
            jurisdiction, sex, deprivationIndex, referralSource, decision, declineReason, onwardService,
            outcomeAnswer, interviewResult, respondent, settings, placementReason, provisionKind, registerColumns,
            interviewColumns,
            followUpMonth, followUpStatus, placementColumns, provisionColumns, followUpColumns, trainingColumns,
            briefingAudience, importProblems, importAdvisories,
        ] + Jurisdiction.allCases.map(ethnicity(of:))

    static let jurisdiction = CodeList(
        name: "jurisdiction", title: "The nation whose law and statistics a site works under",
        codes: Jurisdiction.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Homeward"
    )

    static let sex = CodeList(
        name: "sex", title: "Sex as recorded", codes: Sex.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Department for Education, looked-after return from 2024/25"
    )

    static let deprivationIndex = CodeList(
        name: "deprivation-index",
        title: "Where a deprivation decile was read: indices of different nations or years are not comparable",
        codes: DeprivationIndex.allCases.map {
            CodeEntry($0.rawValue, $0.title, attributes: [CodeAttribute("jurisdiction", $0.jurisdiction.rawValue)])
        },
        source: "The nations' statistical authorities"
    )

    static let referralSource = CodeList(
        name: "referral-source", title: "Who sent the family",
        codes: ReferralSource.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Homeward, after the referral routes that UK programmes publish"
    )

    static let decision = CodeList(
        name: "decision", title: "What was decided of a referral",
        codes: ReferralDecision.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Homeward"
    )

    static let declineReason = CodeList(
        name: "decline-reason", title: "Why a referral was declined",
        codes: DeclineReason.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Homeward"
    )

    static let onwardService = CodeList(
        name: "onward-service", title: "Where a declined family was sent on to",
        codes: OnwardService.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Homeward"
    )

    static let outcomeAnswer = CodeList(
        name: "outcome-answer", title: "Answers for at_home, in_school_or_work and no_new_arrests at closing",
        codes: Answer.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Homeward"
    )

    static let registerColumns = columns(of: RegisterColumn.self)

    static let importProblems = CodeList(
        name: "import-problems", title: "What a file can be refused for",
        codes: ImportProblemCode.allCases.map {
            CodeEntry($0.rawValue, $0.meaning, attributes: [CodeAttribute("remedy", $0.remedy)])
        },
        source: "Homeward"
    )

    static let importAdvisories = CodeList(
        name: "import-advisories", title: "What is pointed out in a file and never refuses it",
        codes: ImportAdvisoryCode.allCases.map { CodeEntry($0.rawValue, $0.meaning) },
        source: "Homeward"
    )
}
