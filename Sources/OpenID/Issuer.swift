package import Foundation

/// An identity provider that a site trusts to say who somebody is: its exact issuer, and who we are to it.
package struct Issuer: Hashable, Sendable {
    /// The issuer, as its tokens and its discovery document must name it, to the letter.
    package let url: URL
    /// The client id under which it knows us; the audience of its tokens.
    package let clientID: String

    /// An issuer, or nil when its address is not `https` (or a loopback address over `http`).
    package init?(url: URL, clientID: String) {
        let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(url.host())
        guard url.scheme == "https" || (url.scheme == "http" && isLoopback), !clientID.isEmpty else { return nil }
        self.url = url
        self.clientID = clientID
    }
}
