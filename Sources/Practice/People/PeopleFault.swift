import Intervention

/// Why something about people could not be done. Names nobody.
package enum PeopleFault: Error, Hashable, Sendable {
    /// The site has no child of that reference.
    case unknownChild(ChildRef)
    /// The site has no such person, or nothing of theirs is kept.
    case unknownPerson(PersonID)
    /// The particulars cannot be kept as they are: somebody else of the site has the NHS number.
    case numberTaken
    /// The address must not be told.
    case withheld
    /// An address that must not be told would be lost, and whoever writes does not see it.
    case withheldWouldBeLost
    /// No death of the child is on record.
    case noDeath
    /// There is nothing in it to look for.
    case nothingToSearch
}

extension PeopleFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknownChild(let ref): "the site has no child \(ref)"
        case .unknownPerson: "the site has no such person"
        case .numberTaken:
            "nhs-number: it cannot be recorded here as it is; nothing was written; ask for the number again, or ask your "
                + "information-governance officer"
        case .withheld: "this address is withheld"
        case .withheldWouldBeLost:
            "addresses: a protected address would be lost; send it with the others, or change addresses with `homeward person`"
        case .noDeath: "no death of that child is on record; record it without --correct and --withdraw"
        case .nothingToSearch: "look for a name, or part of one, an NHS number or a unique pupil number"
        }
    }
}
