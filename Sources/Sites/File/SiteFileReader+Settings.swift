import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    /// What the site sets, each value inside the bounds of its parameter.
    mutating func readSettings(_ node: YAMLNode) -> [SiteSetting]? {
        list(node, of: "settings") { reader, entry in reader.readSetting(entry) }
    }

    private mutating func readSetting(_ node: YAMLNode) -> SiteSetting? {
        guard let values = mapping(node, keys: SiteFileSettingKey.self, of: "a setting") else { return nil }
        let model = values[.model].flatMap { readModel($0) }
        let key = values[.key].flatMap { readParameterKey($0, of: model) }
        let written = values[.value].flatMap { scalar($0, of: "value") }
        let from = values[.from].flatMap { readDay($0, of: "from") }
        let reason = values[.reason].flatMap { line($0, of: "reason") }
        if let model, let key, let written, let value = values[.value] {
            guard check(written, for: key, of: model, at: value) else { return nil }
        }
        guard let model, let key, let written, let from, let reason, let first = values[.model],
            let value = values[.value], let day = values[.from]
        else { return nil }
        let setting = SiteSetting(model: model, key: key, written: written, from: from, reason: reason)
        if let other = places.settings.first(where: { $0.setting.isDoubled(by: setting) }), models != nil {
            report(
                .doubledSetting, at: node,
                "\(key) of \(model) is set from \(from) in line \(other.model.line) already; one of the two must go")
            return nil
        }
        places.settings.append(
            SiteFilePlaces.Setting(
                setting: setting, model: first.place, value: value.place, from: day.place))
        return setting
    }

    private mutating func readParameterKey(_ node: YAMLNode, of model: ModelID?) -> ParameterKey? {
        guard let text = scalar(node, of: "key") else { return nil }
        let keys = model.flatMap { models?.newest($0)?.parameters.map(\.key) }
        guard let key = ParameterKey(text), keys?.contains(key) ?? true else {
            let whose = model.map { " of \($0)" } ?? ""
            let nearest = NearestWord.to(text, among: (keys ?? []).map(\.text)).map { "; the nearest is '\($0)'" } ?? ""
            report(.unknownParameter, at: node, "there is no parameter '\(shown(text))'\(whose)\(nearest)")
            return nil
        }
        return key
    }

    /// Whether a value may be set; where only the form is asked, any may.
    private mutating func check(
        _ written: String, for key: ParameterKey, of model: ModelID, at node: YAMLNode
    ) -> Bool {
        guard let parameter = models?.newest(model)?.parameters.first(where: { $0.key == key }) else { return true }
        guard let value = parameter.value(written: written) else {
            report(
                .badNumber, at: node,
                "'\(shown(written))' is no \(parameter.bounds.kind); \(parameter.allowance(of: model))")
            return false
        }
        guard let crossing = parameter.bounds.crossing(by: value) else { return true }
        report(
            .outsideBounds, at: node,
            "'\(shown(written))' \(crossing); \(parameter.allowance(of: model)); the bound is from: \(parameter.source)"
        )
        return false
    }
}

extension SiteSetting {
    /// Whether another entry says something of the same parameter from the same day.
    fileprivate func isDoubled(by other: SiteSetting) -> Bool {
        model == other.model && key == other.key && from == other.from
    }
}

extension Parameter {
    /// What a site may set: `caseload-most of mst may be 4 to 6 families`.
    fileprivate func allowance(of model: ModelID) -> String { "\(key) of \(model) may be \(bounds)\(unit.suffix)" }
}

extension ParameterBounds {
    /// What a value of the kind is.
    fileprivate var kind: String {
        switch self {
        case .whole: "whole number"
        case .billionths: "number from 0 to 1"
        case .choices: "choice"
        }
    }

    /// Which bound a value crosses; nil when it is allowed.
    fileprivate func crossing(by value: ParameterValue) -> String? {
        guard !allow(value) else { return nil }
        return switch (self, value) {
        case (.whole(let range), .whole(let number)) where number < range.lowerBound:
            "is below the lower bound, \(range.lowerBound)"
        case (.whole(let range), .whole): "is above the upper bound, \(range.upperBound)"
        case (.billionths(let range), .billionths(let number)) where number < range.lowerBound:
            "is below the lower bound, \(ParameterValue.billionths(range.lowerBound))"
        case (.billionths(let range), .billionths):
            "is above the upper bound, \(ParameterValue.billionths(range.upperBound))"
        default: "is none of the choices"
        }
    }
}
