import CivilDate
import Intervention
import Sites

/// The licences of all sites' teams as they stand today, for the network: models, days and stages, nobody of a family.
package struct LicenceBook: Sendable {
    /// A team with its licence and its stage.
    package struct Team: Hashable, Sendable {
        /// What somebody must do so that the team can go on.
        package enum Step: String, CaseIterable, Hashable, Sendable {
            /// No licence is on record.
            case grant
            /// The licence ended.
            case renew
            /// The licence ends within the days that are warned of.
            case renewSoon = "renew-soon"
            /// The first term begins later.
            case wait
            /// It is licensed, and the readiness review is not behind it.
            case readinessReview = "readiness-review"
            /// Nothing now.
            case none
        }

        /// Its code.
        package let code: TeamCode
        /// Its licence on the day.
        package let licence: LicenceStanding.Licence
        /// The stage that it reached last; nil when none is on record.
        package let stage: SiteStage?
        /// What comes next.
        package let step: Step

        /// Whether it holds its licence on the day.
        package var isLicensed: Bool { if case .held = licence { true } else { false } }

        /// The last day of a licence that is held or was.
        package var through: CivilDate? {
            switch licence {
            case .held(let last), .expired(let last): last
            case .begins, .none: nil
            }
        }
    }

    /// The teams of a site that deliver one model.
    package struct Row: Hashable, Sendable {
        /// The site's code.
        package let site: SiteCode
        /// The name that people use.
        package let name: String
        /// The day it is there.
        package let day: CivilDate
        /// The model.
        package let model: ModelID
        /// What people call it.
        package let title: String
        /// Its teams, by code.
        package let teams: [Team]
    }

    /// By site, then by model.
    package let rows: [Row]

    /// How many teams there are.
    package var teams: Int { rows.reduce(0) { $0 + $1.teams.count } }
    /// How many of them hold their licence.
    package var licensed: Int { rows.reduce(0) { $0 + $1.teams.count(where: \.isLicensed) } }
}

extension LicenceBook.Team {
    init(_ code: TeamCode, _ facts: TeamFacts, on day: CivilDate) {
        let standing = LicenceStanding(facts, agreedBy: day)
        let licence = standing.licence(on: day)
        let step: Step =
            switch licence {
            case .none: .grant
            case .expired: .renew
            case .begins: .wait
            case .held(let last) where day.days(until: last) <= LicenceBook.warned: .renewSoon
            case .held: standing.obstacle(on: day) == nil ? .none : .readinessReview
            }
        self.init(code: code, licence: licence, stage: facts.stage(on: day), step: step)
    }
}

extension LicenceBook {
    /// How many days ahead a licence that ends is said to.
    fileprivate static var warned: Int { StaffSheet.warnings.max() ?? 0 }
}
