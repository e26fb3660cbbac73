import CivilDate
import Intervention
import YAMLFile

/// Why a site file cannot be applied to a site that is there already: every reason at once.
package struct SiteRefusal: Error, Hashable, Sendable {
    /// One reason.
    package enum Reason: Hashable, Sendable {
        /// Episodes were recorded under the law and the lists of another jurisdiction.
        case jurisdictionFixed(Jurisdiction)
        /// Families were treated by the team under another model.
        case modelFixed(TeamCode, ModelID)
        /// The team works already; it cannot start on a day to come.
        case startsInFuture(TeamCode, CivilDate)
        /// What was decided and reported under a value would no longer have been; the change may begin on that day.
        case settingInPast(SettingChange, earliest: CivilDate, at: YAMLPlace?)

        /// Where the file says what is refused; nil where the file leaves something out, or the whole is refused.
        package var place: YAMLPlace? {
            if case .settingInPast(_, _, let place) = self { place } else { nil }
        }
    }

    /// At least one.
    package let reasons: [Reason]
}

extension SiteRefusal.Reason: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .jurisdictionFixed(let jurisdiction):
            "the jurisdiction stays \(jurisdiction.rawValue): the site has episodes on record"
        case .modelFixed(let team, let model):
            "the model of team \(team) stays \(model): it has episodes; give the other model a team of its own"
        case .startsInFuture(let team, let day):
            "team \(team) is open already and cannot start on \(day), which is to come"
        case .settingInPast(let change, let earliest, _):
            "\(change.parameter.key) of \(change.model) cannot become \(change.new) instead of \(change.old) from "
                + "\(change.from) on: families were referred under it; the earliest day is \(earliest)"
        }
    }
}

extension SiteRefusal: CustomStringConvertible {
    /// One line a reason.
    package var description: String { reasons.map(\.description).joined(separator: "\n") }
}
