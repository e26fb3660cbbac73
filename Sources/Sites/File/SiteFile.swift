import CivilDate
import Intervention
import YAMLFile

/// A site as its file describes it: `config/sites/CODE.yaml`. Files of every form that there was stay valid for ever.
package struct SiteFile: Hashable, Sendable {
    /// A team of the site.
    package struct Team: Hashable, Sendable {
        /// Its code, unique within the site.
        package let code: TeamCode
        /// The one model that it delivers.
        package let model: ModelID
        /// The day it starts its work, which may be to come.
        package let startedOn: CivilDate
        /// The partner authorities that it works for besides the site's own, in the order of the file.
        package let authorities: [AuthorityCode]
        /// Who was, is or will be in post, in the order of the file.
        package let staff: [StaffPost]
        /// Who is on call; nil when the file says nothing.
        package let rota: Rota?
    }

    /// The site's code, unique in the database. The name of the file need not match it.
    package let code: SiteCode
    /// The name that people use; not empty, one line.
    package let name: String
    /// Whose law and statistics the site works under.
    package let jurisdiction: Jurisdiction
    /// Where its days begin and end.
    package let timeZone: SiteTimeZone
    /// The local authorities that answer for its children, in the order of the file; empty when it says nothing.
    package let authorities: [AuthorityCode]
    /// Who has to consent; nil when the file says nothing.
    package let consent: ConsentRule?
    /// The models that the file enables; nil when it leaves that to the teams.
    package let models: [ModelID]?
    /// The licence; nil when the file has none.
    package let licence: SiteLicence?
    /// When its nightly work may begin, as its clocks show it; nil when it leaves that to the service.
    package let nightlyAt: LocalTime?
    /// How long it keeps records; nil when the file says nothing, which is the usual policy.
    package let retention: RetentionPolicy?
    /// What stands below its name on letters, a line each: an address, a telephone number; empty when the file says nothing.
    package let letterhead: [String]
    /// Its teams, in the order of the file; there may be none yet.
    package let teams: [Team]
    /// What it sets of the models' parameters, in the order of the file.
    package let settings: [SiteSetting]
    /// Where the first day of each setting stands in the document.
    let settingDays: [SiteSetting: YAMLPlace]
    /// The file itself, word for word.
    package let document: String
}

extension SiteFile {
    /// Where the entry stands by which a setting changes; nil where the change is that an entry was taken out.
    func place(of change: SettingChange) -> YAMLPlace? {
        settings.first { $0.model == change.model && $0.key == change.parameter.key && $0.from == change.from }
            .flatMap { settingDays[$0] }
    }

    /// The models that referrals are screened for: those that the file names, or those of its teams, each once.
    package var enabledModels: [ModelID] {
        (models ?? teams.map(\.model)).reduce(into: []) { ids, id in
            if !ids.contains(id) { ids.append(id) }
        }
    }

    /// The licence as far as it is a team's; nil without one, and for a model that it does not cover.
    package func licence(of team: Team) -> SiteLicence? {
        licence.flatMap { $0.covers(team.model) ? $0 : nil }
    }
}
