import EpisodeEngine

/// A step that a random history takes.
package enum RandomStep<Stream: EventStream>: Sendable {
    /// Something is recorded.
    case record(Engine.Entry<Stream.Command>)
    /// Something is corrected.
    case correct(Correction<Stream.Command>)
}
