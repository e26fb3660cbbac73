import CivilDate
import Intervention

/// What a site's file says otherwise than the one that was applied before it.
package enum SiteChange: Hashable, Sendable {
    /// A parameter of a model has another value from a day on.
    case setting(SettingChange)
    /// Another list of authorities; of a team, or of the site itself.
    case authorities(of: TeamCode?, now: [AuthorityCode])
    /// Another consent rule; nil is none.
    case consent(ConsentRule?)
    /// Other models are enabled.
    case models([ModelID])
    /// The licence is held by another organisation.
    case holder(String)
    /// The file no longer states a licence; what is on record of it is withdrawn.
    case licenceUnnamed
    /// Nightly work begins at another time; nil is the service's.
    case nightlyAt(LocalTime?)
    /// Records are kept otherwise.
    case retention(RetentionPolicy)
    /// Letters have other lines below the site's name.
    case letterhead([String])
    /// Somebody takes up a post.
    case postBegins(StaffPost, in: TeamCode)
    /// A post is another than it was: its share, or its last day.
    case postChanges(from: StaffPost, to: StaffPost, in: TeamCode)
    /// A post is no longer in the file.
    case postUnnamed(StaffPost, in: TeamCode)
}

/// A parameter that has another value from a day on than it had.
package struct SettingChange: Hashable, Sendable {
    /// The model.
    package let model: ModelID
    /// The parameter.
    package let parameter: Parameter
    /// The first day of the other value.
    package let from: CivilDate
    /// The value without the change.
    package let old: ParameterValue
    /// The value with it.
    package let new: ParameterValue
    /// Why; nil where an entry was taken out and the standard, or an earlier entry, holds again.
    package let reason: String?
}

extension SettingChange {
    /// What changes between two configurations of a site, by model, parameter and day.
    static func list(from old: SiteSettings, to new: SiteSettings, of models: ModelRegistry) -> [SettingChange] {
        models.ids.compactMap { models.newest($0) }.flatMap { model in
            let days = Set(old.changes(of: model.id) + new.changes(of: model.id)).sorted()
            return model.parameters.flatMap { list(of: $0, in: model.id, on: days, from: old, to: new) }
        }
    }

    private static func list(
        of parameter: Parameter, in model: ModelID, on days: [CivilDate], from old: SiteSettings, to new: SiteSettings
    ) -> [SettingChange] {
        func value(_ settings: SiteSettings, on day: CivilDate) -> (value: ParameterValue, reason: String?) {
            let entry = settings.entries(of: model, on: day)[parameter.key]
            let value = entry.flatMap { parameter.value(written: $0.written) } ?? parameter.standard
            return (value, entry?.reason)
        }
        var changes: [SettingChange] = []
        var last: (ParameterValue, ParameterValue)?
        for day in days {
            let (before, after) = (value(old, on: day), value(new, on: day))
            defer { last = (before.value, after.value) }
            guard before.value != after.value, last.map({ $0 != (before.value, after.value) }) ?? true else { continue }
            changes.append(
                SettingChange(
                    model: model, parameter: parameter, from: day, old: before.value, new: after.value,
                    reason: after.reason
                )
            )
        }
        return changes
    }
}
