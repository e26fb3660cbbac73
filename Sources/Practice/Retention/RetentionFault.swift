import Intervention

/// Why records are not held, proposed or disposed of.
package enum RetentionFault: Error, Hashable, Sendable {
    /// The site has no child under that reference or id.
    case unknownChild(ChildNaming)
    /// A hold needs a reason that somebody can read later.
    case reasonMissing
    /// Nothing holds the child's record.
    case notHeld
    /// No record is past its day, free of holds and not proposed already.
    case nothingDue
    /// The site has no proposal of that number.
    case unknownProposal(Int32)
    /// The proposal was approved, carried out or withdrawn before.
    case decidedBefore(Int32)
    /// Who proposed cannot approve.
    case samePerson(Int32)
    /// Nobody has approved the proposal.
    case notApproved(Int32)
}

extension RetentionFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknownChild: "the site has no such child"
        case .reasonMissing: "a hold needs a reason, one line that says why the record must be kept"
        case .notHeld: "nothing holds that record"
        case .nothingDue: "no record is past its day that is not held or proposed already"
        case .unknownProposal(let number): "the site has no proposal \(number); 'homeward retention list' shows them"
        case .decidedBefore(let number): "proposal \(number) was decided before; propose anew"
        case .samePerson(let number):
            "who proposed cannot approve: proposal \(number) needs a second person, who proves to be there"
        case .notApproved(let number): "proposal \(number) is not approved; a second person does that first"
        }
    }
}
