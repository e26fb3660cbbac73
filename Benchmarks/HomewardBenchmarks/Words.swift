import CivilDate
import Intervention
import Postgres

/// What a part was called with: its name, and then `name=value`.
struct Words {
    /// A word that is missing or makes no sense.
    struct Mistake: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }

    /// Which part.
    let work: String
    private var values: [String: String] = [:]

    init(_ arguments: [String]) throws {
        guard let first = arguments.first else { throw Mistake("which benchmark? See Benchmarks/run --help") }
        work = first
        for argument in arguments.dropFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Mistake("\(argument): name=value is expected") }
            values[parts[0]] = parts[1]
        }
    }

    /// A text that must be there.
    func text(_ name: String) throws -> String {
        guard let value = values[name] else { throw Mistake("\(name)=... is missing") }
        return value
    }

    /// A whole number that must be there.
    func number(_ name: String) throws -> Int {
        guard let number = Int(try text(name)) else { throw Mistake("\(name): a whole number is expected") }
        return number
    }

    /// How long to measure.
    func duration() throws -> Duration { .seconds(try number("seconds")) }

    /// A day that must be there.
    func day(_ name: String) throws -> CivilDate {
        guard let day = CivilDate(iso: try text(name)) else { throw Mistake("\(name): a day is expected, YYYY-MM-DD") }
        return day
    }

    /// Where the database is.
    func target() throws -> ConnectionTarget { ConnectionTarget(conninfo: try text("conninfo")) }

    /// The site that is worked for.
    func site() throws -> SiteCode {
        guard let code = SiteCode(try text("site")) else { throw Mistake("site: a site's code is expected") }
        return code
    }
}
