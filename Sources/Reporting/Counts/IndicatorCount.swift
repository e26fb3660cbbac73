import CivilDate
import Intervention
import Postgres

/// One row of `sql/reports/counts.sql`: how those answered who are alike.
struct IndicatorCount: Hashable, Sendable {
    /// The site's number; 0 where sites are not told apart.
    var site: Int32
    /// The team's code; empty where teams are not.
    var team: String
    /// The first day of the month; nil unless months are told apart.
    var month: CivilDate?
    /// What else they have in common.
    var stratum: CaseMix
    /// Whether their team had worked for less than twelve months; false unless the stratum is told.
    var isYoung = false
    var yes = 0
    var no = 0
    /// Neither yes nor no.
    var unknown = 0
    /// Closures that the indicator does not count.
    var outside = 0
}

extension IndicatorCount {
    init(row: Row) throws(PostgresFault) {
        self.init(
            site: try row.decode("site_id"), team: try row.decode("team"), month: try row.decode("month"),
            stratum: CaseMix(
                model: try row.decode("model"), age: try row.decode("age", as: String?.self) ?? "",
                prior: try row.decode("prior", as: String?.self) ?? "",
                route: try row.decode("route", as: String?.self) ?? ""),
            isYoung: try row.decode("is_young"), yes: try row.decode("yes"), no: try row.decode("no"),
            unknown: try row.decode("unknown"), outside: try row.decode("outside"))
    }
}

/// What families differ in that no service has brought about: the strata of indirect standardisation. It holds nothing that
/// treatment changes, such as length of stay or adherence.
package struct CaseMix: Hashable, Comparable, Sendable {
    /// The model.
    package var model: String
    /// The age at referral; empty for all.
    package var age: String
    /// Whether the child lived away from home before the referral; empty for all.
    package var prior: String
    /// Who referred; empty for all.
    package var route: String

    /// A stratum.
    package init(model: String, age: String = "", prior: String = "", route: String = "") {
        self.model = model
        self.age = age
        self.prior = prior
        self.route = route
    }

    package static func < (lhs: CaseMix, rhs: CaseMix) -> Bool {
        (lhs.model, lhs.age, lhs.prior, lhs.route) < (rhs.model, rhs.age, rhs.prior, rhs.route)
    }
}
