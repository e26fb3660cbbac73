import CivilDate
import Intervention

/// That a referral was given to somebody, or taken back.
package struct ReferralOwner: Hashable, Sendable {
    /// Its place among those of the referral, 1 and up.
    package let turn: Int
    /// Who sees to the referral; nil when it was taken back.
    package let staff: StaffCode?
    /// When that was.
    package let at: Instant
    /// The day that it was at the site.
    package let on: CivilDate
    /// Who did it.
    package let by: StaffCode
}

/// Why a referral is not given to somebody.
package enum ReferralOwnerFault: Error, Hashable, Sendable {
    /// It waits for no decision and no therapist.
    case notWaiting
    /// It has that owner already; nil for nobody.
    case unchanged(StaffCode?)
    /// Nobody of that code is in post today.
    case notInPost(StaffCode)
}

extension ReferralOwnerFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .notWaiting: "the referral waits for no decision and no therapist any more, so that it needs no owner"
        case .unchanged(nil): "the referral has no owner that could be taken back"
        case .unchanged(let staff?): "the referral is \(staff)'s already; choose somebody else"
        case .notInPost(let staff): "\(staff) is in no post of the site today; choose somebody who is"
        }
    }
}
