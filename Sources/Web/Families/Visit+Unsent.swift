import Accounts
import Crypto
import HTTPTypes
import Hummingbird
import Markup
import Pages

extension Visit {
    /// Where a page tells of contacts that wait on the device; nil for whoever is not signed in. What waits belongs to the
    /// account that wrote it, which the device keeps by a digest alone.
    var unsent: UnsentPanel? {
        guard let seat = session?.seat else { return nil }
        let digest = SHA256.hash(data: Array("homeward device 1 \(seat.account)".utf8))
        let word = digest.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return UnsentPanel(account: word, mark: mark.text)
    }

    /// Whether a script asked, which takes a line for its answer.
    var wantsLine: Bool { request.headers[.accept] == "text/plain" }
}

extension PageFrame {
    /// The same with the script that keeps contacts on the device.
    var keepingContacts: PageFrame { scripted(by: Assets.contacts.path) }
}

extension Response {
    /// A page whose script keeps contacts on the device.
    static func keepingContacts(_ document: Document, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(document, status: status)
        SecurityHeaders.allowScript(&response.headers)
        return response
    }
}
