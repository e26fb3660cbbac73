import HTTPTypes
import Hummingbird
import Pages

/// The names by which the service may be called. A page of somebody else's that makes its own name lead here would
/// otherwise read what only this machine may (DNS rebinding).
struct HostNames: Sendable {
    private let allowed: Set<String>

    /// The names of this machine itself, the address that is listened on, and further ones.
    init(host: String, further: [String]) {
        let own = ["localhost", "127.0.0.1", "[::1]"]
        let everywhere: Set<String> = ["0.0.0.0", "::", ""]
        let listening = everywhere.contains(host) ? [] : [host.contains(":") ? "[\(host)]" : host]
        allowed = Set((own + listening + further).map { $0.lowercased() })
    }

    /// - Throws: status 421 for another name, 400 when it is missing or given twice.
    func check(_ request: Request) throws(WebRefusal) {
        guard let authority = request.head.authority, !authority.isEmpty, !HostNames.hasSecond(request.headers) else {
            throw WebRefusal(.badRequest, .badRequest, closes: true)
        }
        guard let name = HostNames.name(in: authority), allowed.contains(name.lowercased()) else {
            throw WebRefusal(.misdirectedRequest, .otherHost, closes: true)
        }
    }

    /// The name without the port; nil when it has not the form of one.
    static func name(in authority: String) -> String? {
        var name = authority[...]
        var port: Substring?
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            name = authority[...end]
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            name = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        if let port, port.isEmpty || UInt16(port) == nil { return nil }
        if name.hasSuffix(".") { name = name.dropLast() }
        return name.isEmpty ? nil : String(name)
    }

    /// The first `Host` becomes the authority; a second stays among the headers.
    private static func hasSecond(_ fields: HTTPFields) -> Bool {
        fields.contains { $0.name.canonicalName == "host" }
    }
}
