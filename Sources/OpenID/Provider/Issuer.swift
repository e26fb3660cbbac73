import Foundation

/// An identity provider that a site trusts to say who somebody is: its exact issuer, and who we are to it.
package struct Issuer: Hashable, Sendable {
    /// The issuer, as its tokens and its discovery document must name it, to the letter.
    package let url: URL
    /// The client id under which it knows us; the audience of its tokens.
    package let clientID: String

    /// An issuer, or nil when its address is not `https` (or a loopback address over `http`), carries an account, a query
    /// or a fragment, or when one of the two is empty or longer than a token could hold.
    package init?(url: URL, clientID: String) {
        guard let origin = Origin(url), origin.isProtected, url.user() == nil, url.query() == nil,
            url.fragment() == nil,
            url.absoluteString.utf8.count <= 512, (1...256).contains(clientID.utf8.count),
            clientID.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.url = url
        self.clientID = clientID
    }

    /// An issuer by its address as text; see ``init(url:clientID:)``.
    package init?(text: String, clientID: String) {
        guard let url = URL(string: text), url.absoluteString == text else { return nil }
        self.init(url: url, clientID: clientID)
    }

    /// The issuer as text: what `iss` must be.
    package var text: String { url.absoluteString }

    /// Where it describes itself.
    var discovery: URL? {
        let base = text.hasSuffix("/") ? String(text.dropLast()) : text
        return URL(string: base + "/.well-known/openid-configuration")
    }

    /// Whether an address lies at the same origin: the only place that is ever asked.
    func owns(_ other: URL) -> Bool {
        other.user() == nil && other.fragment() == nil && Origin(other) == Origin(url)
    }
}

/// Scheme, host and port of an address.
struct Origin: Hashable {
    let scheme: String
    let host: String
    let port: Int

    init?(_ url: URL) {
        guard let scheme = url.scheme?.lowercased(), let host = url.host()?.lowercased(), !host.isEmpty else {
            return nil
        }
        self.scheme = scheme
        self.host = host
        port = url.port ?? (scheme == "http" ? 80 : 443)
    }

    /// Whether nobody between can read or change what is sent there: TLS, or this machine itself.
    var isProtected: Bool {
        scheme == "https" || (scheme == "http" && ["127.0.0.1", "::1", "[::1]", "localhost"].contains(host))
    }
}
