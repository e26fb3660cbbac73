/// What a day in care is counted as. A day may be of several measures, so they are never added up.
package enum CareMeasure: String, CaseIterable, Hashable, Sendable {
    /// Looked after by a local authority, by provision.
    case lookedAfter = "looked_after_days"
    /// Living elsewhere than at home, by placement.
    case outOfHome = "out_of_home_days"
    /// In a secure home or a young offender institution, by placement.
    case custody = "custody_days"

    /// The name that people use.
    var title: String {
        switch self {
        case .lookedAfter: "Days looked after"
        case .outOfHome: "Days out of home"
        case .custody: "Days in custody"
        }
    }
}
