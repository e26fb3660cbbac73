import CivilDate
import Intervention
import Postgres
import Sites

extension SiteSession {
    /// The values of the models' parameters that were in force at the site on a day.
    ///
    /// A setting takes effect no earlier than the day on which it is applied once families were referred, so what holds
    /// on a day that has passed never changes again.
    /// - Parameters:
    ///   - day: the day.
    ///   - instant: by the configuration that was applied last at that time; nil for the one in force now.
    /// - Returns: the newest version of each model of which the site sets something; empty while there was no
    ///   configuration.
    package func settings(
        on day: CivilDate, knownAt instant: Instant? = nil
    ) async throws -> [ModelID: ModelSettings] {
        var version = site.settings
        if let instant {
            guard let known = try await lastVersion(at: instant) else { return [:] }
            version = known
        }
        return try rules.settings(of: version, on: day)
    }

    /// The configuration that was applied last at a time; nil where there was none.
    /// - Parameter instant: nil for the one in force now.
    func configuration(knownAt instant: Instant?) async throws -> SiteFile? {
        var version = site.settings
        if let instant {
            guard let known = try await lastVersion(at: instant) else { return nil }
            version = known
        }
        return version.number > 0 ? try rules.of(site.under(version)).configuration() : nil
    }

    private func lastVersion(at instant: Instant) async throws -> SettingsVersion? {
        let last = try await transaction.query(
            """
            SELECT max(version) FROM site.configuration
            WHERE site_id = \(site.id.number) AND applied_at <= \(instant)
            """
        ).column(0, as: Int32?.self)
        return (last.first ?? nil).map(SettingsVersion.init)
    }

    /// The same session as the site was known at an instant: under the configuration that was applied last by then.
    package func known(at instant: Instant) async throws -> SiteSession {
        let version = try await lastVersion(at: instant) ?? site.settings
        let then = site.under(version)
        return SiteSession(
            site: then, today: today, rules: rules.of(then), actor: actor, aspects: aspects, isWholeSite: isWholeSite,
            teams: teams, looks: looks, store: store, transaction: transaction, named: named, knownAt: instant)
    }
}
