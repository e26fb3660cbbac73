import CivilDate
import Intervention
import YAMLFile

extension SiteFileReader {
    /// Reports where parts of the file contradict each other. What could not be read contradicts nothing.
    /// - Parameters:
    ///   - enabled: the enabled models; the outer nil when the file names none, the inner when they are wrong.
    ///   - licence: likewise.
    mutating func checkWhole(enabled: [ModelID]??, licence: SiteLicence??) {
        guard models != nil else { return }
        if case .some(.some(let enabled)) = enabled { checkEnabled(enabled) }
        if enabled == nil { checkTeamsRun() }
        if case .some(.some(let licence)) = licence, licence.models != nil { checkLicensed(licence) }
        checkHistory()
        checkOrder()
    }

    private mutating func checkEnabled(_ enabled: [ModelID]) {
        let all = enabled.map(\.text).joined(separator: ", ")
        for team in places.teams where !enabled.contains(team.model) {
            report(.modelNotEnabled, at: team.place, "the site does not enable \(team.model): 'models' names \(all)")
        }
        for licensed in places.licensed where !enabled.contains(licensed.model) {
            report(
                .modelNotEnabled, at: licensed.place,
                "the site does not enable \(licensed.model): 'models' names \(all)")
        }
        for setting in places.settings where !enabled.contains(setting.setting.model) {
            let model = setting.setting.model
            report(.modelNotEnabled, at: setting.model, "the site does not enable \(model): 'models' names \(all)")
        }
    }

    /// Without 'models' the models of the teams are enabled.
    private mutating func checkTeamsRun() {
        let run = Set(places.teams.map(\.model))
        let others =
            places.licensed.map { ($0.model, $0.place) } + places.settings.map { ($0.setting.model, $0.model) }
        for (model, place) in others where !run.contains(model) {
            report(
                .modelNotEnabled, at: place, "no team of the site delivers \(model); name it in 'models' to enable it")
        }
    }

    private mutating func checkLicensed(_ licence: SiteLicence) {
        let all = (licence.models ?? []).map(\.text).joined(separator: ", ")
        for team in places.teams where !licence.covers(team.model) {
            report(.modelNotLicensed, at: team.place, "the licence does not cover \(team.model): it names \(all)")
        }
    }

    /// Values that are each inside their bounds can still be out of order.
    private mutating func checkOrder() {
        let settings = SiteSettings(version: SettingsVersion(1), places.settings.map(\.setting))
        for id in Set(places.settings.map(\.setting.model)).sorted() {
            guard let model = models?.newest(id) else { continue }
            for day in settings.changes(of: id) {
                guard let values = try? settings.settings(of: model, on: day) else { continue }
                for pair in model.orderedParameters where !pair.isKept(in: values) {
                    report(pair, values, of: id, on: day)
                }
            }
        }
    }

    /// Reports at the entry that breaks the order on the day; entries of other days were reported on theirs.
    private mutating func report(
        _ pair: OrderedParameters, _ values: ModelSettings, of model: ModelID, on day: CivilDate
    ) {
        let culprit = places.settings.first { place in
            let setting = place.setting
            return setting.model == model && setting.from == day && [pair.least, pair.most].contains(setting.key)
        }
        guard let culprit, let least = values.value(pair.least), let most = values.value(pair.most) else { return }
        report(
            .settingsDisordered, at: culprit.value,
            "from \(day) on \(pair.least) of \(model) would be \(least) and \(pair.most) \(most); "
                + "\(pair.least) may not be over \(pair.most)")
    }
}
