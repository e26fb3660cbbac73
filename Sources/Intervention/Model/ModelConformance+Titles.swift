extension ModelConformance {
    /// The laws of what people read. A name without a title is a riddle on every page and in every report.
    static func checkTitles(_ model: any InterventionModel) -> [Violation] {
        var titles: [(name: String, title: String)] = [(model.id.text, model.title)]
        titles += model.phases.phases.map { ($0.id.text, $0.title) }
        titles += model.parameters.map { ($0.key.text, $0.title) }
        titles += model.instruments.map { ($0.id.text, $0.title) }
        titles += model.outcomes.flatMap { [($0.key.text, $0.title), ($0.key.text, $0.meaning)] }
        titles += model.closureReasons.map { ($0.id.text, $0.title) }
        var violations = titles.filter(\.title.isBlank)
            .map { Violation(model: model.id, law: .titled, name: $0.name) }
        for instrument in model.instruments where Set(instrument.respondents).count < instrument.respondents.count {
            violations.append(Violation(model: model.id, law: .uniqueName, name: instrument.id.text))
        }
        return violations
    }
}
