import YAMLFile

/// The keys of a site file. The first five are its oldest form, which stays valid.
enum SiteFileKey: String, YAMLKey {
    case code, name, jurisdiction, timeZone, teams
    case authorities, consent, models, licence, nightly, retention, letterhead, settings
    static var optional: Set<SiteFileKey> {
        [.authorities, .consent, .models, .licence, .nightly, .retention, .letterhead, .settings]
    }
}

/// The keys of a team in a site file.
enum SiteFileTeamKey: String, YAMLKey {
    case code, model, startedOn
    case authorities, staff, rota
    static var optional: Set<SiteFileTeamKey> { [.authorities, .staff, .rota] }
}

/// The keys of a post in a team.
enum SiteFilePostKey: String, YAMLKey {
    case code, role, fte, from, until
    static var optional: Set<SiteFilePostKey> { [.until] }
}

/// The keys of a spell on call.
enum SiteFileRotaKey: String, YAMLKey {
    case from, until, staff
}

/// The keys of the licence.
enum SiteFileLicenceKey: String, YAMLKey {
    case holder, from, until
    case readinessReview, models, renewals
    static var optional: Set<SiteFileLicenceKey> { [.readinessReview, .models, .renewals] }
}

/// The keys of a renewal of the licence.
enum SiteFileRenewalKey: String, YAMLKey {
    case until, on
}

/// The keys of what a site says of its nights.
enum SiteFileNightlyKey: String, YAMLKey {
    case at
}

/// The keys of how long a site keeps records: those of the policy's parameters, and what records it keeps.
enum SiteFileRetentionKey: String, YAMLKey {
    case lookedAfterBirthday = "looked-after-birthday"
    case lookedAfterDeathYears = "looked-after-death-years"
    case childProtectionYears = "child-protection-years"
    case childInNeedBirthday = "child-in-need-birthday"
    case childHealthBirthday = "child-health-birthday"
    case mentalHealthYears = "mental-health-years"
    case mentalHealthDeathYears = "mental-health-death-years"
    case everyRecordYears = "every-record-years"
    case services
    static var optional: Set<SiteFileRetentionKey> { Set(allCases) }
}

/// The keys of a setting.
enum SiteFileSettingKey: String, YAMLKey {
    case model, key, value, from, reason
}
