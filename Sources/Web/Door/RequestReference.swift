import HTTPTypes
import Hummingbird

/// Under which a request is found in the log: what a proxy in front of us gave it, or a number of chance.
enum RequestReference {
    /// The header that it comes and goes in.
    static let header: HTTPField.Name = {
        guard let name = HTTPField.Name("X-Request-Id") else { preconditionFailure("'X-Request-Id' is a name") }
        return name
    }()

    /// The reference of a request. One from outside must have 8 to 64 letters, digits, dots, hyphens or underscores.
    static func of(_ request: Request) -> String {
        guard let given = request.headers[header], (8...64).contains(given.utf8.count),
            given.utf8.allSatisfy(isAllowed)
        else { return fresh() }
        return given
    }

    /// A new one: sixteen hexadecimal digits.
    static func fresh() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
