/// The version of a PostgreSQL server or of its programs.
package struct PostgresVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The major version: the one that decides whether a cluster's files can be read.
    package let major: Int
    /// The minor version; 0 when not known.
    package let minor: Int

    /// The oldest major version that Homeward works with.
    package static let oldestMajor = 15

    /// A version by its two numbers.
    package init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads what `postgres --version` prints: `postgres (PostgreSQL) 15.18 (Debian ...)`, or `17rc1`.
    package init?(printed text: some StringProtocol) {
        for word in text.split(whereSeparator: \.isWhitespace) {
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            guard let major = Int(digits) else { continue }
            let rest = word.dropFirst(digits.count)
            let minor = rest.first == "." ? Int(rest.dropFirst().prefix { $0.isASCII && $0.isNumber }) : nil
            self.init(major: major, minor: minor ?? 0)
            return
        }
        return nil
    }

    /// `15.18`.
    package var description: String { "\(major).\(minor)" }

    /// Older before newer.
    package static func < (left: PostgresVersion, right: PostgresVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}
