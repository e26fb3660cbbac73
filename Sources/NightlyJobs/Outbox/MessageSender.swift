/// Hands messages over to something that brings them to people.
package protocol MessageSender: Sendable {
    /// Hands a message over. Handing over the same message again must not make a second one, as far as that can be had.
    /// - Throws: ``JobFault/notSent(_:)`` with one sentence.
    func send(_ outgoing: Outgoing) async throws
}
