@testable import Web

/// A browser, as far as signing in takes one: keeps cookies, finds the mark of a page's forms, says where it sends from.
actor Browser {
    let world: WebWorld
    private(set) var cookies: [String: String] = [:]
    private(set) var mark = ""

    init(_ world: WebWorld) {
        self.world = world
    }

    /// The cookies under our own names.
    func cookie(_ kind: CookieJar.Kind) -> String? { cookies[world.cookies.name(of: kind)] }

    func plant(_ kind: CookieJar.Kind, _ value: String?) { cookies[world.cookies.name(of: kind)] = value }

    func plant(mark: String) { self.mark = mark }

    @discardableResult
    func get(_ path: String, headers: [String] = []) async throws -> HTTPAnswer {
        keep(try await RawHTTP.ask(world.port, path, headers: sent + headers))
    }

    /// Sends a form with the mark of the page that was read last.
    @discardableResult
    func post(
        _ path: String, _ fields: [(String, String)] = [], from site: String? = "same-origin", headers: [String] = []
    ) async throws -> HTTPAnswer {
        let body = ([("mark", mark)] + fields).map { "\($0)=\(Browser.encoded($1))" }.joined(separator: "&")
        let head =
            sent + headers + (site.map { ["Sec-Fetch-Site: \($0)"] } ?? []) + [
                "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
            ]
        return keep(try await RawHTTP.ask(world.port, path, method: "POST", headers: head, body: body))
    }

    /// Opens a page, fills in its form and sends it.
    @discardableResult
    func send(_ path: String, _ fields: [(String, String)] = []) async throws -> HTTPAnswer {
        try await get(path)
        return try await post(path, fields)
    }

    /// Signs in with a password.
    @discardableResult
    func signIn(_ account: String = "ada", _ password: String = WebWorld.password) async throws -> HTTPAnswer {
        try await send("/sign-in", [("account", account), ("password", password)])
    }

    private var sent: [String] {
        cookies.isEmpty ? [] : ["Cookie: " + cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")]
    }

    private func keep(_ answer: HTTPAnswer) -> HTTPAnswer {
        for (name, value) in answer.headers where name == "set-cookie" {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = value.contains("Max-Age=0") ? nil : String(pair[1])
        }
        if let start = answer.body.firstRange(of: "name=\"mark\" value=\"")?.upperBound {
            mark = String(answer.body[start...].prefix { $0 != "\"" })
        }
        return answer
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                Character(UnicodeScalar(byte)).isASCII
                && (Character(UnicodeScalar(byte)).isLetter
                    || Character(UnicodeScalar(byte)).isNumber)
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
