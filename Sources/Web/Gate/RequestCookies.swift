import Accounts
import HTTPTypes
import Hummingbird

/// The cookies that we keep with a browser. Each is bound to our host and goes over TLS alone; only on this machine, for an
/// invented network, they have other names and go without.
struct CookieJar: Sendable {
    /// What a browser keeps.
    enum Kind: String, CaseIterable, Sendable {
        /// The session.
        case session = "homeward"
        /// That the account was opened from this browser before.
        case device = "homeward-device"
        /// By what the forms of somebody who is not signed in are known again.
        case form = "homeward-form"
        /// That this browser is away at an identity provider.
        case provider = "homeward-provider"
    }

    /// Whether cookies go over plain HTTP.
    let isPlain: Bool

    /// Its name. A browser takes `__Host-` from our own host alone, over TLS, for all paths.
    func name(of kind: Kind) -> String { isPlain ? "\(kind.rawValue)-plain" : "__Host-\(kind.rawValue)" }

    /// The value of a cookie; nil when it is not there, or there twice: somebody planted one of them.
    func value(_ kind: Kind, of request: Request) -> String? {
        let wanted = name(of: kind)
        let found = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { part in
            let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return pair.count == 2 && pair[0] == wanted ? String(pair[1]) : nil
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Gives a cookie along.
    /// - Parameter seconds: how long the browser keeps it; nil for as long as it is open.
    func set(_ kind: Kind, _ value: String, for seconds: Int64? = nil, on response: inout Response) {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        let secure = isPlain ? "" : "; Secure"
        response.headers.append(
            HTTPField(
                name: .setCookie, value: "\(name(of: kind))=\(value); Path=/\(age); HttpOnly; SameSite=Lax\(secure)"))
    }

    /// Takes a cookie back.
    func remove(_ kind: Kind, on response: inout Response) { set(kind, "", for: 0, on: &response) }
}
