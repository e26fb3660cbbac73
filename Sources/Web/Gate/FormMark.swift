import Accounts
import Crypto
import HTTPTypes
import Hummingbird
import Pages

/// What shows that one of our own pages sent a form: a keyed hash of what only this browser holds, which no other site can
/// read or make. It changes whenever the session gets another token.
struct FormMark: Sendable {
    /// The mark, as it stands in the page.
    let text: String

    init(heldBy secret: String) {
        let key = SymmetricKey(data: Array(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array("homeward form 1".utf8), using: key)
        text = code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whether a form brought this mark; takes the same time wherever they differ.
    func isEqual(to given: String) -> Bool {
        let (left, right) = (Array(text.utf8), Array(given.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }
}

/// Whether a browser says that one of our own pages, and no other site's, sent a request.
enum FetchSite {
    private static let header = HTTPField.Name("Sec-Fetch-Site")

    static func isOwn(_ request: Request) -> Bool {
        if let site = header.flatMap({ request.headers[$0] }) { return site == "same-origin" || site == "none" }
        // Browsers without the header name where the form came from.
        guard let origin = request.headers[.origin], let authority = request.head.authority else { return false }
        return origin == "https://\(authority)" || origin == "http://\(authority)"
    }
}
