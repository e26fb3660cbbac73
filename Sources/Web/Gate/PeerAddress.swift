import Accounts
import HTTPTypes
import Hummingbird

/// Where a request came from. Behind a proxy of ours every connection comes from the proxy: what it says of who asked it is
/// believed, and nobody else's word.
struct PeerAddress: Sendable {
    private static let header = HTTPField.Name("X-Forwarded-For")

    /// The addresses of our own proxies.
    let proxies: Set<String>

    func source(of request: Request, _ context: WebContext) -> SourceAddress {
        guard let peer = context.peer else { return SourceAddress("") }
        guard proxies.contains(peer), let header = PeerAddress.header else { return SourceAddress(peer) }
        let named = request.headers[values: header].joined(separator: ",").split(separator: ",").map { part in
            String(part.filter { $0 != " " })
        }
        // The last that is no proxy: what stands before it, the client may have written.
        return SourceAddress(named.last { !proxies.contains($0) } ?? peer)
    }
}
