import Accounts
import Intervention

/// Why a record is not opened in an emergency, or not looked into.
package enum GlassFault: Error, Hashable, Sendable {
    /// The reason says too little.
    case reasonTooShort
    /// Whoever works for nobody in particular has no emergency.
    case nobodyInParticular
    /// The account has the episode not open.
    case notOpen(EpisodeRef)
    /// Nothing of the episode that the account opened waits to be looked into by the asker.
    case nothingToReview(EpisodeRef, AccountCode)
}

extension GlassFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .reasonTooShort: "say in words why it cannot wait, in at least \(GlassBook.shortestReason) letters"
        case .nobodyInParticular: "a record is opened for an account: name it with --for"
        case .notOpen(let ref): "this account has \(ref) not open now"
        case .nothingToReview(let ref, let actor):
            "nothing of \(ref) that \(actor) opened waits to be looked into by somebody else"
        }
    }
}
