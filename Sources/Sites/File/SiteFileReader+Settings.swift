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
        var flaw: SettingFlaw?
        if let model, let key, let written, let value = values[.value] {
            flaw = self.flaw(in: written, for: key, by: models?.newest(model))
            if let flaw, !isHistory(written, for: key, of: model) {
                report(flaw.code, at: value, flaw.sentence)
                return nil
            }
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
                setting: setting, model: first.place, value: value.place, from: day.place, flaw: flaw))
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

    /// What is wrong with a value by a version of its model; nil where only the form is asked, or the version has no
    /// such parameter.
    private func flaw(
        in written: String, for key: ParameterKey, by model: (any InterventionModel)?
    ) -> SettingFlaw? {
        guard let model, let parameter = model.parameters.first(where: { $0.key == key }) else { return nil }
        return parameter.flaw(in: written, of: model.id, shown: shown(written))
    }

    /// Whether an earlier version of the model allows what the newest does not. Such a value can stand as history.
    private func isHistory(_ written: String, for key: ParameterKey, of model: ModelID) -> Bool {
        (models?.versions(model) ?? []).dropFirst().contains { version in
            version.parameters.contains { $0.key == key } && flaw(in: written, for: key, by: version) == nil
        }
    }

    /// Reports values that only an earlier version of their model allows and that no later entry takes the place of:
    /// they would hold under the newest.
    mutating func checkHistory() {
        for place in places.settings {
            guard let flaw = place.flaw else { continue }
            let setting = place.setting
            let isReplaced = places.settings.contains {
                $0.setting.model == setting.model && $0.setting.key == setting.key && $0.setting.from > setting.from
            }
            if !isReplaced { report(flaw.code, at: place.value, flaw.sentence) }
        }
    }
}

extension SiteSetting {
    /// Whether another entry says something of the same parameter from the same day.
    fileprivate func isDoubled(by other: SiteSetting) -> Bool {
        model == other.model && key == other.key && from == other.from
    }
}
