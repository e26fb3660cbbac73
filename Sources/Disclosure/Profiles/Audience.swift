/// For whom figures are made.
package enum Audience: String, Sendable, Hashable, CaseIterable {
    /// The services and the commissioners of the network, under agreement.
    case network
    /// Everybody.
    case everybody
}
