import Postgres

extension PostgresRelease {
    /// The oldest major release that Homeward works with.
    package static let oldestMajor = 15

    /// Reads what `postgres --version` prints, `postgres (PostgreSQL) 15.18 (Debian ...)`, or the one number in a
    /// cluster's `PG_VERSION`. A release that is not out yet (`17rc1`) counts as its first.
    init?(printed text: some StringProtocol) {
        for word in text.split(whereSeparator: \.isWhitespace) {
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            guard let major = Int(digits), major < 1_000 else { continue }
            let rest = word.dropFirst(digits.count)
            let minor = rest.first == "." ? Int(rest.dropFirst().prefix { $0.isASCII && $0.isNumber }) : nil
            self.init(number: major * 10_000 + (minor ?? 0))
            return
        }
        return nil
    }
}
