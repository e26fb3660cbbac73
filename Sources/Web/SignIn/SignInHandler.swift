import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Pages

/// Signing in with a password, and the second factor.
struct SignInHandler: Sendable {
    let signIn: SignIn
    let replies: DoorReplies
    let peers: PeerAddress
    let providers: ProviderSignIns

    var routes: [WebRoute] {
        [
            .get("/sign-in", .everybody) { try await page($0) },
            .post("/sign-in", .everybody, fields: ["account", "password"]) { try await verify($0) },
            .get("/sign-in/factor", .session([.factor])) { factorPage($0) },
            .post("/sign-in/factor", .session([.factor]), fields: ["code"]) { try await factor($0) },
        ]
    }

    private func page(_ visit: Visit, problem: String? = nil) async throws -> Response {
        let codes = try await providers.codes()
        let page = SignInPages.signIn(
            mark: visit.mark.text, problem: problem,
            providers: codes.map { ($0.text, "/sign-in/with/\($0.text)") })
        return replies.page(page, status: problem == nil ? .ok : .unauthorized)
    }

    private func verify(_ visit: Visit) async throws -> Response {
        let verdict: SignInVerdict
        do {
            verdict = try await signIn.verify(
                visit.form["account"], visit.form["password"], from: peers.source(of: visit.request, visit.context),
                device: replies.device(of: visit), at: visit.now)
        } catch SignInFault.busy {
            throw WebRefusal(.serviceUnavailable, .unavailable)
        }
        guard case .opened = verdict else {
            return try await replies.refusal(verdict, at: visit.now) { try await page(visit, problem: $0) }
        }
        // Whoever was signed in here before is not any more.
        if let token = visit.token { try await signIn.signOut(token, at: visit.now) }
        return replies.opened(verdict)
    }

    private func factorPage(_ visit: Visit, problem: String? = nil) -> Response {
        replies.page(
            SignInPages.factor(to: "/sign-in/factor", mark: visit.mark.text, problem: problem),
            status: problem == nil ? .ok : .unauthorized)
    }

    private func factor(_ visit: Visit) async throws -> Response {
        guard let token = visit.token else { return .elsewhere("/sign-in") }
        let verdict = try await signIn.factor(
            visit.form["code"], in: token, device: replies.device(of: visit), at: visit.now)
        guard case .opened = verdict else {
            return try await replies.refusal(verdict, at: visit.now) { factorPage(visit, problem: $0) }
        }
        return replies.opened(verdict)
    }
}
