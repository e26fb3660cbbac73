import EpisodeEngine
import Intervention
import Postgres

/// Why the store did not do what was asked. What a person asked for and may not have is a `Refusal`, from the engine.
package struct StoreFault: Error, Sendable {
    /// The kinds of fault.
    package enum Code: Hashable, Sendable {
        /// Somebody else appended to a stream in the meantime: load again and decide again.
        case conflict
        /// The child has another open episode on some of the days.
        case openEpisodeExists
        /// The reference belongs to another episode or child of the site.
        case referenceTaken
        /// The code belongs to another team of the site.
        case teamCodeTaken
        /// The site has no such team.
        case unknownTeam
        /// The child is not on record.
        case unknownChild
        /// The database has no such site.
        case unknownSite
        /// Placements of a child overlap.
        case placementsOverlap
        /// A rule of the schema, by its name, that the engine should have held.
        case brokenRule(String)
        /// An event cannot be read; `homeward verify` says more.
        case unreadable(EventAddress, PayloadFault)
        /// Reporting facts are not what the events say: `homeward rebuild`.
        case factsOutOfStep
        /// A stamp lies before the stream's last, or none was given to a batch that is stamped by its caller.
        case stampNotLater
        /// The rules are not of the model, version and settings that the episode is pinned to.
        case notPinned(ModelEnvelope?)
        /// The stream has no event.
        case noSuchStream
        /// The stream was put into the batch already.
        case streamOpenedTwice
        /// What can still become known lies before the instant asked for.
        case horizonInFuture
        /// A check needs one state of the database for all of its length: isolation level repeatable read.
        case needsSnapshot
    }

    /// The kind of fault.
    package let code: Code
    /// What the database said, when it was the database.
    package let underlying: PostgresFault?

    /// A fault of a kind.
    package init(_ code: Code, because underlying: PostgresFault? = nil) {
        self.code = code
        self.underlying = underlying
    }
}

extension StoreFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// One sentence without values of people.
    package var description: String {
        switch code {
        case .conflict: "somebody else recorded in the same place at the same time; try again"
        case .openEpisodeExists: "the child has another open episode on some of the days"
        case .referenceTaken: "the reference belongs to another episode or child of the site"
        case .teamCodeTaken: "the code belongs to another team of the site"
        case .unknownTeam: "the site has no such team"
        case .unknownChild: "the child is not on record"
        case .unknownSite: "there is no such site"
        case .placementsOverlap: "two placements of the child overlap"
        case .brokenRule(let name): "the rule \(name) of the database does not allow it"
        case .unreadable(let address, let fault): "the event \(address) cannot be read: \(fault); see homeward verify"
        case .factsOutOfStep: "the reporting facts are not what the record says; run homeward rebuild"
        case .stampNotLater: "the stamp of an event does not lie after the last one of its stream"
        case .notPinned: "an episode keeps the model, version and settings that it began under"
        case .noSuchStream: "there is nothing on record under that id"
        case .streamOpenedTwice: "a stream was opened twice in one batch"
        case .horizonInFuture: "what is known at a moment can only be asked once it has passed"
        case .needsSnapshot: "the check needs a transaction with one view of the database (repeatable read)"
        }
    }

    /// The sentence, and for the log what the database said.
    package var debugDescription: String {
        underlying.map { "\(description) [\($0.debugDescription)]" } ?? description
    }
}
