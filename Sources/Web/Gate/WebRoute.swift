import Accounts
import CivilDate
import Hummingbird

/// One route: where it is, who may come, and what answers. There is no other way to register one, so that none is open by
/// mistake; the walk in the tests goes over the list of them.
struct WebRoute: Sendable {
    /// The methods that there are. A GET changes nothing; one that the rules of another protocol make change something
    /// says so in its ``change``.
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    /// Who may come.
    enum Visitors: Sendable, Hashable {
        /// Everybody: it shows nothing of anybody.
        case everybody
        /// Those whose session has come as far as one of these.
        case session(Set<SessionStage>)
        /// Those who are signed in and have a role that may do this, somewhere. The use case asks for the rest.
        case action(Action)
        /// The same; and everybody, as the operator, where the whole network is invented and on this machine.
        case actionOrInvented(Action)
    }

    let method: Method
    /// The template, which stands in metrics and in the log.
    let path: String
    let visitors: Visitors
    /// The fields of its form besides the mark.
    let fields: Set<String>
    /// The fields of its form that may come any number of times: boxes to tick.
    let lists: Set<String>
    /// The most bytes that may be sent; nil for as many as anywhere.
    let bodySize: Int?
    let answer: @Sendable (Visit) async throws -> Response

    static func get(
        _ path: String, _ visitors: Visitors, _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) -> WebRoute {
        WebRoute(method: .get, path: path, visitors: visitors, fields: [], lists: [], bodySize: nil, answer: answer)
    }

    static func post(
        _ path: String, _ visitors: Visitors, fields: Set<String> = [], lists: Set<String> = [], bodySize: Int? = nil,
        _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) -> WebRoute {
        WebRoute(
            method: .post, path: path, visitors: visitors, fields: fields, lists: lists, bodySize: bodySize,
            answer: answer)
    }

    /// Whether a path is one of the template's.
    func covers(_ path: some StringProtocol) -> Bool { WebRoute.covers(self.path, path) }

    /// Whether a path is one of a template's.
    static func covers(_ template: String, _ path: some StringProtocol) -> Bool {
        let (wanted, given) = (template.split(separator: "/"), path.split(separator: "/"))
        return wanted.count == given.count && zip(wanted, given).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}

/// A request that was let in.
struct Visit: Sendable {
    let request: Request
    let context: WebContext
    /// When it came.
    let now: Instant
    /// Who asks; nil when nobody is signed in, or not as far as the route needs.
    let session: Session?
    /// The token that the session goes on under.
    let token: SessionToken?
    /// What was posted.
    let form: FormBody
    /// What the forms of the answer must bring back.
    let mark: FormMark
}
