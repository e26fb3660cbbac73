import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// A version of a site's configuration as it was applied.
package struct AppliedConfiguration: Hashable, Sendable {
    /// The version.
    package let version: SettingsVersion
    /// When it was applied.
    package let appliedAt: Instant
    /// Who applied it.
    package let appliedBy: String
    /// The site file, word for word.
    package let document: String
}

/// A site as it is set up on a day.
package struct SiteView: Sendable {
    /// A model of the site with the values that its parameters have on the day.
    package struct Model: Sendable {
        /// The newest version of the model.
        package let model: any InterventionModel
        /// Its parameters in its own order.
        package let values: [Value]
    }

    /// A parameter, the value it has, and the entry that sets it; nil for the model's standard.
    package struct Value: Sendable {
        /// The parameter.
        package let parameter: Parameter
        /// The value.
        package let value: ParameterValue
        /// The entry of the site's file; nil for the model's standard.
        package let setting: SiteSetting?
    }

    /// The site and its teams.
    package let site: Site
    /// The configuration in force.
    package let configuration: AppliedConfiguration
    /// The same, read.
    package let file: SiteFile
    /// The day.
    package let day: CivilDate
    /// The enabled models that the programme has.
    package let models: [Model]
}

extension Practice {
    /// A site as the configuration in force sets it up on a day.
    /// - Parameter day: nil for today at the site.
    package func show(_ code: SiteCode, on day: CivilDate? = nil) async throws -> SiteView {
        try await withSite(code, for: .showSite, access: .readOnly, isolation: .repeatableRead) { session in
            let day = day ?? session.today
            let file = try session.rules.configuration()
            let settings = SiteSettings(version: session.site.settings, file.settings, consent: file.consent)
            let shown = try session.enabledModels().compactMap { models.newest($0) }.map { model in
                let values = try settings.settings(of: model, on: day)
                let entries = settings.entries(of: model.id, on: day)
                return SiteView.Model(
                    model: model,
                    values: model.parameters.map { parameter in
                        SiteView.Value(
                            parameter: parameter, value: values.value(parameter.key) ?? parameter.standard,
                            setting: entries[parameter.key]
                        )
                    })
            }
            return SiteView(
                site: session.site, configuration: try await session.applied(session.site.settings), file: file,
                day: day, models: shown
            )
        }
    }

    /// A version of a site's configuration as it was applied.
    /// - Parameter version: nil for the one in force.
    /// - Throws: ``SiteFault/noVersion(_:_:)``.
    package func configuration(
        of code: SiteCode, version: SettingsVersion? = nil
    ) async throws -> AppliedConfiguration {
        try await withSite(code, for: .showSite, access: .readOnly) { session in
            try await session.applied(version ?? session.site.settings)
        }
    }

    /// What the sites set of a model's parameters, by site, in the order of each file in force.
    package func overrides(of model: ModelID) async throws -> [(site: SiteCode, setting: SiteSetting)] {
        var found: [(site: SiteCode, setting: SiteSetting)] = []
        for site in try await sites() where mayShow(site) {
            found += try await withSite(site.code, for: .showSite, access: .readOnly) { session in
                try session.rules.configuration().settings.filter { $0.model == model }
            }.map { (site.code, $0) }
        }
        return found
    }

    /// Whether it is worth asking for a site's settings: a refusal that nobody asked for would stand in its access log.
    private func mayShow(_ site: Site) -> Bool {
        Policy.permit(.showSite, to: asker, at: site.id, on: clock.now().utcDay) != nil
    }
}

extension SiteSession {
    fileprivate func applied(_ version: SettingsVersion) async throws -> AppliedConfiguration {
        let rows = try await transaction.query(
            """
            SELECT applied_at, applied_by, document FROM site.configuration
            WHERE site_id = \(site.id.number) AND version = \(version.number)
            """
        )
        guard let row = rows.first else { throw SiteFault.noVersion(site.code, version) }
        let (instant, author, document) = try row.decode(Instant.self, String.self, String.self)
        return AppliedConfiguration(version: version, appliedAt: instant, appliedBy: author, document: document)
    }
}
