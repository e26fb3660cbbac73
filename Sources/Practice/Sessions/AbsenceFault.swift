import Accounts
import EpisodeStore
import Intervention

/// What a fault says is not there. Whoever is told so may have asked for what they do not reach.
enum AbsentSubject {
    /// An episode, by the site's reference.
    case episode(EpisodeRef)
    /// A child.
    case child(ChildNaming)
    /// A person.
    case person(PersonID)
}

/// A fault by which a use case may say that something is not there. Asked by an account it is a refusal, which the access
/// log keeps with what was asked for.
protocol AbsenceFault: Error {
    /// What is not there; nil when the fault is another.
    var absent: AbsentSubject? { get }
}

extension PracticeFault: AbsenceFault {
    var absent: AbsentSubject? {
        if case .unknownEpisode(let ref) = self { .episode(ref) } else { nil }
    }
}

extension PeopleFault: AbsenceFault {
    var absent: AbsentSubject? {
        switch self {
        case .unknownChild(let ref): .child(.ref(ref))
        case .unknownPerson(let person): .person(person)
        case .numberTaken, .withheld, .withheldWouldBeLost, .noDeath, .nothingToSearch: nil
        }
    }
}

extension RetentionFault: AbsenceFault {
    var absent: AbsentSubject? {
        if case .unknownChild(let naming) = self { .child(naming) } else { nil }
    }
}
