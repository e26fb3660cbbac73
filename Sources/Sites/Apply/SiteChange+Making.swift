import CivilDate
import Intervention

extension SiteChange {
    /// What a file says otherwise than the one before it.
    /// - Parameters:
    ///   - old: nil when the site is new; then only what it sets is a change, for the rest is all new.
    ///   - models: the models whose parameters are compared.
    package static func list(from old: SiteFile?, to new: SiteFile, models: ModelRegistry) -> [SiteChange] {
        let settings = SettingChange.list(
            from: SiteSettings(version: SettingsVersion(1), old?.settings ?? []),
            to: SiteSettings(version: SettingsVersion(1), new.settings), of: models
        ).map { SiteChange.setting($0) }
        guard let old else { return settings }
        var changes: [SiteChange] = []
        if old.authorities != new.authorities { changes.append(.authorities(of: nil, now: new.authorities)) }
        if old.consent != new.consent { changes.append(.consent(new.consent)) }
        if Set(old.enabledModels) != Set(new.enabledModels) { changes.append(.models(new.enabledModels)) }
        if let holder = new.licence?.holder, holder != old.licence?.holder { changes.append(.holder(holder)) }
        if old.licence != nil, new.licence == nil { changes.append(.licenceUnnamed) }
        if old.nightlyAt != new.nightlyAt { changes.append(.nightlyAt(new.nightlyAt)) }
        let (kept, keeps) = (old.retention ?? .usual, new.retention ?? .usual)
        if kept != keeps { changes.append(.retention(keeps)) }
        if old.letterhead != new.letterhead { changes.append(.letterhead(new.letterhead)) }
        changes += settings
        for team in new.teams {
            let before = old.teams.first { $0.code == team.code }
            if team.authorities != before?.authorities ?? [] {
                changes.append(.authorities(of: team.code, now: team.authorities))
            }
            changes += posts(from: before?.staff ?? [], to: team.staff, in: team.code)
        }
        return changes
    }

    /// A post is told apart by person, role and first day.
    private static func posts(from old: [StaffPost], to new: [StaffPost], in team: TeamCode) -> [SiteChange] {
        func isSame(_ one: StaffPost, _ other: StaffPost) -> Bool {
            one.staff == other.staff && one.role == other.role && one.from == other.from
        }
        let named = new.compactMap { post -> SiteChange? in
            guard let before = old.first(where: { isSame($0, post) }) else { return .postBegins(post, in: team) }
            return before == post ? nil : .postChanges(from: before, to: post, in: team)
        }
        let gone = old.filter { post in !new.contains { isSame($0, post) } }
        return named + gone.map { .postUnnamed($0, in: team) }
    }
}
