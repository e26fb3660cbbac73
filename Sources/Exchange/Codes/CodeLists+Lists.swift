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

    static let interviewColumns = columns(of: InterviewColumn.self)

    /// The columns of a kind of file.
    static func columns<Column: FileColumn>(of kind: Column.Type) -> CodeList {
        CodeList(
            name: Column.kind.columnList,
            title: "The columns of a \(Column.kind.noun), in any order; a further one, `\(Column.reasons)`, is passed over",
            codes: Column.allCases.map {
                CodeEntry(
                    $0.rawValue, $0.meaning, attributes: $0.isRequired ? [CodeAttribute("required", "yes")] : []
                )
            },
            source: "Homeward"
        )
    }
}
