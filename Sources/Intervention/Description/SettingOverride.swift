import CivilDate

/// A value that a site set in a model's place of its own, from a day on: what ``ModelDescription`` shows beside the
/// standard one.
public struct SettingOverride: Hashable, Sendable {
    /// The site.
    public var site: SiteCode
    /// The parameter.
    public var key: ParameterKey
    /// What the site set.
    public var value: ParameterValue
    /// The first day on which it is in force.
    public var from: CivilDate
    /// Why, as the site wrote it.
    public var reason: String

    /// A value of a site.
    public init(site: SiteCode, _ key: ParameterKey, _ value: ParameterValue, from: CivilDate, reason: String) {
        self.site = site
        self.key = key
        self.value = value
        self.from = from
        self.reason = reason
    }
}
