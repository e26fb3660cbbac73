/// Where somebody goes on after the second factor was asked for once more: a page of our own, which is read.
struct WayBack: Sendable, Hashable {
    /// The path with its query.
    let path: String

    /// Where it goes when nobody said.
    static let usual = WayBack(known: "/account")

    /// The name of the field that carries it, in the address and in the form.
    static let field = "to"

    /// The most characters of a way back; longer ones are forgotten.
    private static let longest = 1_000

    private init(known path: String) { self.path = path }

    /// Takes a path of our own and nothing else: no scheme, no host and no backslash, which browsers take for a slash.
    /// Whoever makes a link to the page that asks can send somebody to a page of ours and not further.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= WayBack.longest, bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != bytes.first,
            bytes.allSatisfy(WayBack.mayStand), !text.hasPrefix(WayBack.stepUp)
        else { return nil }
        path = text
    }

    /// The page that asks.
    static let stepUp = "/account/step-up"

    /// The page that asks, and goes on from there.
    var asking: String { self == .usual ? WayBack.stepUp : "\(WayBack.stepUp)?\(WayBack.field)=\(encoded)" }

    private var encoded: String {
        path.utf8.map { byte in
            WayBack.isAlphanumeric(byte)
                ? String(UnicodeScalar(byte)) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    private static func mayStand(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "-._~/?=&%+:".utf8.contains(byte) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
