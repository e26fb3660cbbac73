import API
import Accounts
import CivilDate
import EpisodeEngine
import HTTPTypes
import Intervention
import Practice

/// A call of an operation that was let in, and whose parameters and body have their forms.
struct APICall: Sendable {
    let operation: Operation
    /// The use cases, as the asker asks them.
    let practice: Practice
    let seat: Asker.Seat
    let now: Instant
    let path: [String: String]
    let query: [String: String]
    /// What was posted; null for a reading operation.
    let body: JSON
    /// The version that was seen, when the operation needs it.
    let seen: StreamSeq?
    /// The key of a write.
    let key: String?
    /// The tags of what the client has already.
    let tags: [String]

    /// The site of the path, or the query.
    func site() throws(Problem) -> SiteCode {
        guard let code = (path["site"] ?? query["site"]).flatMap({ SiteCode($0) }) else { throw .absent }
        return code
    }

    /// The reference of the path.
    func episode() throws(Problem) -> EpisodeRef {
        guard let ref = path["episode"].flatMap({ EpisodeRef($0) }) else { throw .absent }
        return ref
    }

    /// The child of the path.
    func child() throws(Problem) -> ChildNaming {
        guard let child = path["child"].flatMap({ ChildNaming($0) }) else { throw .absent }
        return child
    }

    /// The team of the path.
    func ownTeam() throws(Problem) -> TeamCode {
        guard let code = path["team"].flatMap({ TeamCode($0) }) else { throw .absent }
        return code
    }

    /// A number of the path or the query; nil when none was given.
    func number(_ name: String) -> Int32? { (path[name] ?? query[name]).flatMap { Int32($0) } }

    /// The version that was seen.
    func match() throws(Problem) -> StreamSeq {
        guard let seen else { throw Problem(.matchMissing, "Send the ETag as If-Match.") }
        return seen
    }

    /// A day of the query; nil when none was given.
    func day(_ name: String) throws(Problem) -> CivilDate? {
        guard let text = query[name] else { return nil }
        guard let day = CivilDate(iso: text) else { throw .wrongParameter(name, .day) }
        return day
    }

    /// A team of the query; nil when none was given.
    var team: TeamCode? { query["team"].flatMap { TeamCode($0) } }
}

extension Problem {
    /// What is not there, or not for the asker.
    static let absent = Problem(.absent, "There is no such thing, or you may not see it.")

    /// A parameter of the query that has not its form.
    static func wrongParameter(_ name: String, _ shape: Shape) -> Problem {
        Problem(
            .wrongParameter, "A parameter has a value that it cannot have.",
            at: [Flaw("/query/\(name)", "Give \(shape.phrase).")])
    }
}
