import Intervention

/// What a report is about: which sites, which team, which models, and whose children.
package struct ReportScope: Hashable, Sendable {
    /// The sites that are counted.
    package enum Sites: Hashable, Sendable {
        /// One site.
        case one(SiteCode)
        /// Every site of the database.
        case all
    }

    /// The models that rows are made for.
    package enum Models: Hashable, Sendable {
        /// Each model that the scope runs, apart.
        case each
        /// One model.
        case one(ModelID)
        /// All models in one set of rows: only when somebody asks for it, because models aim at different things.
        case pooled
    }

    /// The sites.
    package let sites: Sites
    /// Only what this team closed and decided, or in a report of care days the children whom it accepted; nil for all
    /// teams. A code belongs to one site.
    package let team: TeamCode?
    /// The models.
    package let models: Models
    /// Only referrals whose child this local authority answers for, as the referral says; nil for all, and for those of
    /// whom it is not known. The codes are of nations, so they mean the same at every site.
    package let authority: AuthorityCode?

    /// A scope.
    /// - Throws: ``ReportFault/teamNeedsSite`` for a team of all sites: two sites may call different teams the same.
    package init(
        sites: Sites, team: TeamCode? = nil, models: Models = .each, authority: AuthorityCode? = nil
    ) throws(ReportFault) {
        if sites == .all, team != nil { throw .teamNeedsSite }
        self.sites = sites
        self.team = team
        self.models = models
        self.authority = authority
    }

    private init(_ scope: ReportScope, models: Models) {
        sites = scope.sites
        team = scope.team
        self.models = models
        authority = scope.authority
    }

    /// The same scope with models pooled unless it names one.
    var addingUp: ReportScope { models == .each ? ReportScope(self, models: .pooled) : self }

    /// The site's code, or `all`.
    package var siteText: String {
        switch sites {
        case .one(let code): code.text
        case .all: "all"
        }
    }

    /// The model's id, `all` when models are pooled, or nil when each has rows of its own.
    package var modelText: String? {
        switch models {
        case .each: nil
        case .one(let id): id.text
        case .pooled: "all"
        }
    }
}
