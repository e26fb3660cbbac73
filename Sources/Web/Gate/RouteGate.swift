import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Pages
import Practice

/// Stands before every route: finds the session, lets in who may come, and lets no form through that another site sent.
struct RouteGate: Sendable {
    let signIn: SignIn
    let clock: RecordClock
    let cookies: CookieJar
    /// Whether everything is invented and on this machine, so that one may look around without signing in.
    let isOpen: Bool
    let limits: RequestLimits
    let table: RouteTable
    let stepUp: StepUpHandler
    let signInPage: SignInHandler

    func answer(_ request: Request, _ context: WebContext, by route: WebRoute) async throws -> Response {
        let now = clock.now()
        let held = cookies.value(.session, of: request).flatMap { SessionToken($0) }
        let session = route.needsSession ? try await find(held, at: now) : nil
        let sentUnder = FormKey(token: held, cookie: cookies.value(.form, of: request))
        if let way = try turnedAway(session, at: route) {
            guard session == nil, let kept = try await kept(request, at: route) else { return way }
            var page = signInPage.ask(keeping: kept, mark: sentUnder.mark)
            if let made = sentUnder.made { cookies.set(.form, made, on: &page) }
            return page
        }
        let form = try await form(of: request, at: route)
        guard route.method != .post || sentUnder.mark.isEqual(to: form[AskForm.markField]) else {
            return try outdated(form, request, session, sentUnder.mark)
        }
        let fresh = try await rotated(held, session, at: now)
        let key = fresh.map { FormKey(token: $0, cookie: nil) } ?? sentUnder
        let visit = Visit(
            request: request, context: context, now: now, session: session, token: fresh ?? held, form: form,
            mark: key.mark)
        var response = try await response(to: visit, by: route)
        if let fresh, response.headers[.setCookie] == nil {
            cookies.set(.session, fresh.revealed(), on: &response)
        }
        if let made = key.made, !RouteNames.probes.contains(route.path) { cookies.set(.form, made, on: &response) }
        if let session, session.stage == .full, response.status == .ok {
            warn(session, now, &response)
        }
        return response
    }

    /// What the route answers; whoever must show the second factor once more is asked for it, and then goes on.
    private func response(to visit: Visit, by route: WebRoute) async throws -> Response {
        do {
            return try await route.answer(visit)
        } catch PracticeFault.stepUpNeeded {
            return try await stepUp.ask(visit, table.wayBack(of: visit.request))
        }
    }

    private func find(_ token: SessionToken?, at now: Instant) async throws -> Session? {
        guard let token else { return nil }
        return try await signIn.session(of: token, at: now)
    }

    /// Another token, when what the account may do changed since the session got the one that it came with.
    private func rotated(
        _ token: SessionToken?, _ session: Session?, at now: Instant
    ) async throws -> SessionToken? {
        guard let token, let session, session.isStale, session.stage == .full else { return nil }
        return try await signIn.rotate(token, at: now)
    }

    /// Where somebody goes who may not come in; nil for those who may.
    /// - Throws: status 404 for whoever is signed in and has no such role: what they may not see is not there.
    private func turnedAway(_ session: Session?, at route: WebRoute) throws -> Response? {
        switch route.visitors {
        case .everybody: return nil
        case .session(let stages):
            guard let session else { return .elsewhere("/sign-in") }
            return stages.contains(session.stage) ? nil : .elsewhere(session.stage.page)
        case .action(let action): return try turnedAway(session, for: action)
        case .actionOrInvented(let action):
            if isOpen, session?.stage != .full { return nil }
            return try turnedAway(session, for: action)
        }
    }

    private func turnedAway(_ session: Session?, for action: Action) throws -> Response? {
        guard let session else { return .elsewhere("/sign-in") }
        guard let seat = session.seat else { return .elsewhere(session.stage.page) }
        let roles = Set(Policy.rules(of: action).map(\.role))
        guard seat.grants.contains(where: { roles.contains($0.role) }) else { throw WebRefusal(.notFound, .notFound) }
        return nil
    }

    private func form(of request: Request, at route: WebRoute) async throws -> FormBody {
        guard route.method == .post else { return .empty }
        guard FetchSite.isOwn(request) else { throw WebRefusal(.forbidden, .foreignForm) }
        var request = request
        return try await FormBody.read(
            &request, fields: route.fields, lists: route.lists, limit: route.bodySize ?? limits.bodySize)
    }

    /// What somebody gets who sent a form of ours from a page that an earlier session showed: they signed in again in another
    /// window. It is not done: it goes back to the browser that sent it, and they must send it on.
    private func outdated(
        _ form: FormBody, _ request: Request, _ session: Session?, _ mark: FormMark
    ) throws -> Response {
        guard session?.stage == .full, let kept = KeptForm(form.sent, to: request.uri.path) else {
            throw WebRefusal(.forbidden, .foreignForm)
        }
        return signInPage.sendOn(kept, mark: mark)
    }

    /// What was typed into a form of ours that was sent after its session had ended; nil for anything else. It is not
    /// done: it goes back to the browser that sent it, and somebody must sign in and send it on.
    private func kept(_ request: Request, at route: WebRoute) async throws -> KeptForm? {
        guard route.method == .post, FetchSite.isOwn(request) else { return nil }
        var request = request
        let form = try await FormBody.read(
            &request, fields: route.fields, lists: route.lists, limit: route.bodySize ?? limits.bodySize)
        return KeptForm(form.sent, to: request.uri.path)
    }

    /// Five minutes before a session ends for want of use, its page gives way to the question whether somebody is there.
    private func warn(_ session: Session, _ now: Instant, _ response: inout Response) {
        guard let refresh = HTTPField.Name("Refresh") else { return }
        let seconds = max(session.warnsAt.microseconds - now.microseconds, 0) / 1_000_000
        response.headers[refresh] = "\(seconds); url=/still-here"
    }
}

/// What a browser's forms are known again by: its session, or, while it has none, a cookie for this alone.
private struct FormKey {
    let mark: FormMark
    /// A cookie that was made just now; nil when the browser has one.
    let made: String?

    init(token: SessionToken?, cookie: String?) {
        if let token {
            mark = FormMark(heldBy: token.revealed())
            made = nil
        } else if let cookie, DeviceToken(cookie) != nil {
            mark = FormMark(heldBy: cookie)
            made = nil
        } else {
            let fresh = DeviceToken.drawn().revealed()
            mark = FormMark(heldBy: fresh)
            made = fresh
        }
    }
}

extension WebRoute {
    fileprivate var needsSession: Bool { visitors != .everybody }
}

extension SessionStage {
    /// Where somebody goes on who has come this far.
    var page: String {
        switch self {
        case .factor: "/sign-in/factor"
        case .enrolment: "/account/factor"
        case .setUp: "/sign-in/password"
        case .full: "/"
        }
    }
}

extension Response {
    /// Sends a browser to a page of ours, to read it.
    static func elsewhere(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path], body: .init())
    }
}
