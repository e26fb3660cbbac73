import Intervention

/// A measure of a model as `sql/reports/measures.sql` is asked for it.
struct MeasureQuestion: Hashable, Sendable {
    let model: ModelID
    let measure: Measure

    /// The measure as an object of JSON.
    /// - Parameter place: its place in the list.
    func value(at place: Int) -> ReportValue {
        .object(
            [
                .init("place", .whole(place)), .init("model", .text(model.text)),
                .init("base", .text(measure.base.rawValue)),
            ] + asked)
    }

    private var asked: [ReportValue.Member] {
        switch measure.counts {
        case .started: [question("started")]
        case .movedHome: [question("moved-home")]
        case .placedAgain(let kind):
            [
                question("placed-again"), .init("kind", .text(kind.text)),
                .init("tests", .object(MeasureQuestion.placements)),
            ]
        case .outcome(let key): [question("outcome"), .init("outcome", .text(key.text))]
        case .followUp(let key, let month):
            [question("follow-up"), .init("outcome", .text(key.text)), .init("month", .whole(month.rawValue))]
        case .happened(let kind, let tests):
            [question("happened"), .init("kind", .text(kind.text)), .init("tests", .object(tests.members))]
        case .turned(let kind, let from, let to, let provision):
            [
                question("turned"), .init("kind", .text(kind.text)), .init("from", .object(from.members)),
                .init("tests", .object(to.members)),
            ] + (provision.map { [.init("provision", .object($0.members))] } ?? [])
        case .children(let kind, let field):
            [question("children"), .init("kind", .text(kind.text)), .init("field", .text(field.text))]
        }
    }

    /// The settings that are placements, and the reasons that say whether a move was planned.
    private static let placements: [ReportValue.Member] = [
        .init("settings", words(PlacementSetting.allCases.filter(\.isPlacement).map(\.rawValue))),
        .init("planned", words(PlacementReason.allCases.filter { $0.isPlanned == true }.map(\.rawValue))),
        .init("unplanned", words(PlacementReason.allCases.filter { $0.isPlanned == false }.map(\.rawValue))),
    ]

    private static func words(_ words: [String]) -> ReportValue { .array(words.map { .text($0) }) }

    private func question(_ word: String) -> ReportValue.Member { .init("question", .text(word)) }
}

extension ProvisionStatus {
    /// The kind, and what a fact would hold that says the same.
    fileprivate var members: [ReportValue.Member] {
        func codes(_ word: ChoiceCode) -> ReportValue { .object([.init(field.text, .text(word.text))]) }
        return [
            .init("kind", .text(kind.rawValue)), .init("during", codes(during)), .init("after", codes(after)),
            .init("care", codes(inCare)),
        ]
    }
}

extension [FieldTest] {
    /// The words that each field may hold; those that all its tests allow when it has several.
    fileprivate var members: [ReportValue.Member] {
        var words: [FieldKey: [ChoiceCode]] = [:]
        for test in self { words[test.field] = words[test.field]?.filter(test.words.contains) ?? test.words }
        return words.sorted { $0.key < $1.key }.map { field, words in
            .init(field.text, .array(words.map { .text($0.text) }))
        }
    }
}
