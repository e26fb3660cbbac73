import CivilDate
import Intervention

/// What a register is checked against: the site it belongs to, on the day of the import.
package struct RegisterSite: Sendable {
    /// A team of the site.
    package struct Team: Sendable {
        /// Its code.
        package let code: TeamCode
        /// Its id in the record.
        package let id: TeamID
        /// The model that it works by.
        package let model: ModelID
        /// The day it started.
        package let startedOn: CivilDate

        /// A team by its parts.
        package init(code: TeamCode, id: TeamID, model: ModelID, startedOn: CivilDate) {
            self.code = code
            self.id = id
            self.model = model
            self.startedOn = startedOn
        }
    }

    /// The site's code.
    package let code: SiteCode

    /// The nation whose lists apply.
    package let jurisdiction: Jurisdiction

    /// The day of the import, in the site's own civil time.
    package let today: CivilDate

    /// The teams by their codes.
    package let teams: [TeamCode: Team]

    /// The models that the teams work by, with their closure reasons.
    let closureReasons: [ModelID: [ClosureReasonID]]

    /// The most families that a model plans for one therapist.
    let caseloads: [ModelID: Int]

    /// The posts of all teams, former ones too; empty where the site's file names no staff.
    let staff: [StaffPost]

    /// A site with its teams and the closure reasons of the models that they work by.
    package init(
        code: SiteCode, jurisdiction: Jurisdiction, today: CivilDate, teams: [Team],
        closureReasons: [ModelID: [ClosureReasonID]], caseloads: [ModelID: Int] = [:], staff: [StaffPost] = []
    ) {
        self.code = code
        self.jurisdiction = jurisdiction
        self.today = today
        self.teams = Dictionary(teams.map { ($0.code, $0) }) { first, _ in first }
        self.closureReasons = closureReasons
        self.caseloads = caseloads
        self.staff = staff
    }
}
