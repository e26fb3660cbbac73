import Crypto
import CryptoExtras

/// What is kept of a password: salt, cost and scrypt's answer, written as a PHC string
/// (`$scrypt$ln=17,r=8,p=1$salt$hash`, base64 without padding). It never prints; where it is kept, it is sealed.
struct PasswordHash: Sendable {
    let cost: HashCost
    let salt: [UInt8]
    let key: [UInt8]

    static let keyBytes = 32

    /// Hashes a password under a new salt of 128 bits. Takes the time that the cost says; see ``HashingDesk``.
    init(of password: [UInt8], cost: HashCost) throws {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        self.init(cost: cost, salt: salt, key: try PasswordHash.derive(password, salt: salt, cost: cost))
    }

    private init(cost: HashCost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Reads a PHC string; nil when it is none of ours.
    init?(phc text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = PasswordHash.cost(parts[2]),
            let salt = RadixText.base64.bytes(parts[3]), let key = RadixText.base64.bytes(parts[4]),
            key.count == PasswordHash.keyBytes
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    /// The PHC string.
    var phc: String {
        "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(RadixText.base64.text(salt))$\(RadixText.base64.text(key))"
    }

    /// Whether the password is the one, compared in constant time.
    func matches(_ password: [UInt8]) throws -> Bool {
        let tried = try PasswordHash.derive(password, salt: salt, cost: cost)
        return zip(tried, key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0 && tried.count == key.count
    }

    private static func derive(_ password: [UInt8], salt: [UInt8], cost: HashCost) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: keyBytes, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism
        ).withUnsafeBytes { Array($0) }
    }

    private static func cost(_ text: Substring) -> HashCost? {
        let numbers = text.split(separator: ",").compactMap { part -> (Substring, Int)? in
            let sides = part.split(separator: "=")
            guard sides.count == 2, let number = Int(sides[1]), number > 0 else { return nil }
            return (sides[0], number)
        }
        guard numbers.map(\.0) == ["ln", "r", "p"], (1...24).contains(numbers[0].1), numbers[1].1 <= 32,
            numbers[2].1 <= 16
        else { return nil }
        return HashCost(logRounds: numbers[0].1, blockSize: numbers[1].1, parallelism: numbers[2].1)
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "a password's hash (withheld)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
