import API
import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Practice

/// Stands before every operation: finds who asks, by token or by the browser's session, lets in who may come, and reads
/// what was sent against the declaration.
struct APIGate: Sendable {
    let signIn: SignIn
    let practice: Practice
    let clock: RecordClock
    let cookies: CookieJar
    let limits: RequestLimits
    let rate: RequestRate<AccountID>

    func answer(
        _ request: Request, _ context: WebContext, to operation: Operation,
        by handler: APIHandlers.Handler
    ) async throws -> Response {
        let now = clock.now()
        let seat = try await seat(of: request, at: now)
        guard let left = await rate.take(seat.account, at: now) else {
            throw Problem(.tooMany, "At most \(rate.most) requests a minute: wait for the next.")
        }
        try check(seat, operation)
        try checkOrigin(of: request, seat, operation)
        let sent = APIRequest(operation: operation, request: request)
        let (path, query) = (try sent.path(context), try sent.query())
        let (key, seen) = (try sent.key(), try sent.seen())
        let body = try await sent.body(limit: limits.documentSize)
        let call = APICall(
            operation: operation, practice: practice.asking(.account(seat)), seat: seat, now: now, path: path,
            query: query, body: body, seen: seen, key: key, tags: sent.tags)
        let answer = try await answer(to: call, by: handler).underTag(for: call) { signIn.mark(of: $0) }
        var response = answer.response(of: operation)
        if let name = HTTPField.Name("RateLimit-Limit") { response.headers[name] = "\(rate.most)" }
        if let name = HTTPField.Name("RateLimit-Remaining") { response.headers[name] = "\(left)" }
        return response
    }

    /// What the handler answers. An operation that judges nothing has nothing to refuse: what it asks about is not there.
    private func answer(to call: APICall, by handler: APIHandlers.Handler) async throws -> APIAnswer {
        do {
            return try await handler(call)
        } catch {
            let isRefused = ProblemReplies.problem(of: error)?.code == .refused
            throw isRefused && !call.operation.problems.contains(.refused) ? Problem.absent : error
        }
    }

    /// Who asks: the account of the token, or of the browser's session. A token that opens nothing and none at all look
    /// the same.
    private func seat(of request: Request, at now: Instant) async throws -> Asker.Seat {
        let given = request.headers[values: .authorization]
        if let text = given.first {
            guard given.count == 1, text.lowercased().hasPrefix("bearer "),
                let token = InterfaceToken(text.dropFirst(7)), let seat = try await signIn.seat(of: token, at: now)
            else { throw APIGate.nobody }
            return seat
        }
        guard let token = cookies.value(.session, of: request).flatMap({ SessionToken($0) }),
            let seat = try await signIn.session(of: token, at: now)?.seat
        else { throw APIGate.nobody }
        return seat
    }

    private static let nobody = Problem(
        .notSignedIn, "Send a token that holds, as 'Authorization: Bearer TOKEN', or sign in with a browser.")

    /// Whether anything of the kind is allowed at all; where, the use case asks. A token's holder knows what it is for,
    /// so that is told; what the account may not do is not there.
    private func check(_ seat: Asker.Seat, _ operation: Operation) throws(Problem) {
        guard let action = operation.action else { return }
        guard seat.only?.contains(action) ?? true else {
            throw Problem(.beyondToken, "The token was made without the action \(action.rawValue).")
        }
        let roles = Set(Policy.rules(of: action).map(\.role))
        guard seat.grants.contains(where: { roles.contains($0.role) }) else { throw .absent }
    }

    /// A browser sends its cookie along whoever made the page: what writes must come from a page of ours.
    private func checkOrigin(of request: Request, _ seat: Asker.Seat, _ operation: Operation) throws(Problem) {
        guard operation.method == .post, seat.way == .session, !FetchSite.isOwn(request) else { return }
        throw Problem(.foreignOrigin, "With a browser's session only a page of this service may write.")
    }
}
