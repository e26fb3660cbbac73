package import CivilDate
import Crypto

/// Time-based one-time codes (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, six digits, steps of 30 seconds
/// since 1970, by the server's clock.
package enum OneTimeCode {
    /// Seconds in a step.
    package static let period: Int64 = 30
    /// Digits of a code.
    package static let digits = 6

    /// The number of the step that an instant lies in.
    package static func step(at now: Instant) -> Int64 { now.microseconds / 1_000_000 / period }

    /// The code of a step.
    package static func code(seed: FactorSeed, step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: seed.bytes))
        let bytes = Array(mac)
        // RFC 4226, 5.3: the last four bits say where the four bytes stand.
        let start = Int(bytes[bytes.count - 1] & 0xF)
        let number = bytes[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step that a code belongs to: the one of now, or the one before, for whoever types slowly. One step of skew and
    /// no more.
    static func step(of code: String, seed: FactorSeed, at now: Instant) -> Int64? {
        let current = step(at: now)
        // Both are always computed and compared in whole, so that the time says nothing.
        let hits = [current - 1, current].filter { isSame(OneTimeCode.code(seed: seed, step: $0), code) }
        return hits.last
    }

    private static func isSame(_ known: String, _ given: String) -> Bool {
        let (known, given) = (Array(known.utf8), Array(given.utf8))
        guard known.count == given.count else { return false }
        return zip(known, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
