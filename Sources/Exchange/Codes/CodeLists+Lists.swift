import Intervention

extension CodeLists {
    static let interviewResult = CodeList(
        name: "interview-result", title: "What became of an interview",
        codes: InterviewResult.allCases.map { CodeEntry($0.rawValue, $0.title) }, source: "Homeward"
    )

    static let respondent = CodeList(
        name: "respondent", title: "Who answered an interview",
        codes: Respondent.allCases.map { CodeEntry($0.rawValue, $0.title) }, source: "Homeward"
    )

    static let settings = CodeList(
        name: "settings", title: "Where a child lives",
        codes: PlacementSetting.allCases.map { setting in
            CodeEntry(
                setting.rawValue, setting.title,
                attributes: [
                    CodeAttribute("out_of_home", setting.isOutOfHome ? "yes" : "no"),
                    CodeAttribute("custody", setting.isCustody ? "yes" : "no"),
                ]
            )
        },
        source: "Homeward, after the placement codes of the looked-after return (SSDA903)"
    )

    static let placementReason = CodeList(
        name: "placement-reason", title: "Why a placement began",
        codes: PlacementReason.allCases.map { CodeEntry($0.rawValue, $0.title) }, source: "Homeward"
    )

    static let provisionKind = CodeList(
        name: "provision-kind", title: "What social care provides",
        codes: ProvisionKind.allCases.map { CodeEntry($0.rawValue, $0.title) },
        source: "Department for Education: children in need census and looked-after return (SSDA903)"
    )

    static let followUpMonth = CodeList(
        name: "follow-up-month", title: "How many months after the closing a follow-up is due",
        codes: FollowUpMonth.allCases.map { CodeEntry("\($0.rawValue)", "\($0.rawValue) months after the closing") },
        source: "Homeward"
    )

    static let followUpStatus = CodeList(
        name: "follow-up-status", title: "What became of a follow-up",
        codes: FollowUpStatus.allCases.map { CodeEntry($0.rawValue, $0.title) }, source: "Homeward"
    )

    static let placementColumns = columns(of: PlacementColumn.self)

    static let provisionColumns = columns(of: ProvisionColumn.self)

    static let briefingAudience = CodeList(
        name: "briefing-audience", title: "A partner agency that a team briefs",
        codes: BriefingAudience.allCases.map { CodeEntry($0.rawValue, $0.title) }, source: "Homeward"
    )

    static let trainingColumns = columns(of: TrainingColumn.self)

    static let interviewColumns = columns(of: InterviewColumn.self)

    static let followUpColumns = columns(of: FollowUpColumn.self)

    /// The columns of a kind of file.
    static func columns<Column: FileColumn>(of kind: Column.Type) -> CodeList {
        CodeList(
            name: Column.kind.columnList,
            title:
                "The columns of a \(Column.kind.noun), in any order; a further one, `\(Column.reasons)`, is passed over",
            codes: Column.allCases.map {
                CodeEntry(
                    $0.rawValue, $0.meaning, attributes: $0.isRequired ? [CodeAttribute("required", "yes")] : []
                )
            },
            source: "Homeward"
        )
    }
}
