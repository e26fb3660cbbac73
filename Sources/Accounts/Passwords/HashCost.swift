/// How much work one guess at a password is: the parameters of scrypt (RFC 7914).
package struct HashCost: Hashable, Sendable {
    /// The logarithm to the base 2 of N, the rounds: 10 to 20. Memory is 128 · r · N bytes.
    package let logRounds: Int
    /// r, the size of a block: 8 everywhere today.
    package let blockSize: Int
    /// p, how many are computed beside each other.
    package let parallelism: Int

    /// A cost.
    package init(logRounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// N = 2^17, r = 8, p = 1: 128 MiB and about a quarter of a second a guess [V: OWASP ASVS 5.0, appendix C].
    package static let standard = HashCost(logRounds: 17)

    /// The rounds.
    var rounds: Int { 1 << logRounds }

    /// Whether it is less work than another in any way, so that a password is hashed anew.
    func isLess(than other: HashCost) -> Bool {
        logRounds < other.logRounds || blockSize < other.blockSize || parallelism < other.parallelism
    }
}
