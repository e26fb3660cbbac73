import Intervention
import YAMLFile

extension DeclaredReader {
    /// The numbers and choices of the model. Scores and shares are written as proportions of one.
    mutating func readParameters(_ node: YAMLNode) -> [Parameter]? {
        list(node, of: "parameters") { reader, entry in reader.readParameter(entry) }
    }

    private static let units: [ParameterUnit] = [
        .days, .months, .years, .families, .contactsPerWeek, .criteria, .raters, .score, .share, .choice,
    ]

    private mutating func readParameter(_ node: YAMLNode) -> Parameter? {
        guard let values = mapping(node, keys: ParameterFileKey.self, of: "a parameter") else { return nil }
        let key = values[.key].flatMap { name($0, of: "key", as: ParameterKey.self, to: .parameter) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let source = values[.source].flatMap { line($0, of: "source") }
        let effective = values[.effective].map { line($0, of: "effective") }
        let unit = values[.unit].flatMap { word($0, of: "unit", among: DeclaredReader.units) }
        guard let unit else { return nil }
        let standard = values[.standard].flatMap { value($0, of: "standard", in: unit) }
        let bounds = readBounds(values, in: unit, at: node)
        guard let key, let title, let source, let standard, let bounds, effective != .some(nil) else { return nil }
        let since = (effective ?? nil).map { "; in force \($0)" } ?? ""
        return Parameter(key, title, unit: unit, standard: standard, bounds: bounds, source: source + since)
    }

    /// A value in the unit of its parameter.
    private mutating func value(_ node: YAMLNode, of key: String, in unit: ParameterUnit) -> ParameterValue? {
        switch unit {
        case .days, .months, .years, .families, .contactsPerWeek, .criteria, .raters:
            whole(node, of: key).map { .whole($0) }
        case .score, .share: proportion(node, of: key).map { .billionths($0) }
        case .choice: line(node, of: key).map { .choice($0) }
        }
    }

    private mutating func proportion(_ node: YAMLNode, of key: String) -> Int64? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let score = AdherenceScore(decimal: text) else {
            report(.badNumber, at: node, "'\(shown(text))' is no proportion from 0 to 1 with at most nine decimals")
            return nil
        }
        return score.billionths
    }

    /// What a site may set: `least` and `most` of a number, `choices` of a choice.
    private mutating func readBounds(
        _ values: [ParameterFileKey: YAMLNode], in unit: ParameterUnit, at node: YAMLNode
    ) -> ParameterBounds? {
        if unit == .choice {
            refuse([.least, .most], in: values, "a choice has 'choices' and neither 'least' nor 'most'")
            guard let choices = values[.choices] else {
                report(.badBounds, at: node, "a choice has 'choices', the list of what a site may set")
                return nil
            }
            return list(choices, of: "choices") { reader, entry in reader.line(entry, of: "choices") }
                .map { .choices($0) }
        }
        refuse([.choices], in: values, "a number has 'least' and 'most' and no 'choices'")
        guard let low = values[.least], let high = values[.most] else {
            report(.badBounds, at: node, "a number has 'least' and 'most', between which a site may set it")
            return nil
        }
        let least = value(low, of: "least", in: unit)
        let most = value(high, of: "most", in: unit)
        switch (least, most) {
        case (.whole(let from), .whole(let to)) where from <= to: return .whole(from...to)
        case (.billionths(let from), .billionths(let to)) where from <= to: return .billionths(from...to)
        case (let least?, let most?):
            report(.badBounds, at: low, "the least, \(least), is greater than the most, \(most)")
            return nil
        default: return nil
        }
    }

    private mutating func refuse(
        _ keys: [ParameterFileKey], in values: [ParameterFileKey: YAMLNode], _ sentence: String
    ) {
        for key in keys {
            if let node = values[key] { report(.badBounds, at: node, sentence) }
        }
    }
}
