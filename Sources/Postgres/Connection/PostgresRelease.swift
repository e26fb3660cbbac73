internal import Clibpq

/// The release of a server or of libpq.
package struct PostgresRelease: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// As libpq counts: 150018 is 15.18.
    package let number: Int

    /// A release by libpq's number.
    package init(number: Int) {
        self.number = number
    }

    /// The release of the libpq that this program runs with.
    package static var libpq: PostgresRelease { PostgresRelease(number: Int(PQlibVersion())) }

    /// The part before the dot: servers of the same major release read each other's files.
    package var major: Int { number / 10_000 }

    /// The part after the dot.
    package var minor: Int { number % 10_000 }

    /// For instance `15.18`.
    package var description: String { "\(major).\(minor)" }

    package static func < (lhs: PostgresRelease, rhs: PostgresRelease) -> Bool {
        lhs.number < rhs.number
    }
}
