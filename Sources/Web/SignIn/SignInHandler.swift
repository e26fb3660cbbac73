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
            .post(
                "/sign-in", .everybody, fields: ["account", "password", KeptForm.field], bodySize: KeptForm.longest
            ) { try await verify($0) },
            .get("/sign-in/factor", .session([.factor])) { factorPage($0) },
            .post(
                "/sign-in/factor", .session([.factor]), fields: ["code", KeptForm.field], bodySize: KeptForm.longest
            ) { try await factor($0) },
        ]
    }

    private func page(_ visit: Visit, problem: String? = nil) async throws -> Response {
        let codes = try await providers.codes()
        let page = SignInPages.signIn(
            mark: visit.mark.text, problem: problem,
            providers: codes.map { ($0.text, "/sign-in/with/\($0.text)") }, hidden: kept(visit)?.hidden ?? [:])
        return replies.page(page, status: problem == nil ? .ok : .unauthorized)
    }

    /// Asks whoever sent a form after their session had ended, and keeps the form meanwhile.
    func ask(keeping kept: KeptForm, mark: FormMark) -> Response {
        replies.page(SignInPages.signIn(mark: mark.text, hidden: kept.hidden))
    }

    /// Lets whoever is signed in send a form on that an earlier session's page had sent.
    func sendOn(_ kept: KeptForm, mark: FormMark) -> Response {
        replies.page(kept.page(mark: mark.text), status: .forbidden)
    }

    private func kept(_ visit: Visit) -> KeptForm? { KeptForm(visit.form[KeptForm.field]) }

    /// Where somebody goes who was let in: on with the form that they had sent, when there is one.
    private func goOn(_ verdict: SignInVerdict, _ visit: Visit) async throws -> Response {
        guard case .opened(let opened) = verdict else { return replies.opened(verdict) }
        guard let kept = kept(visit) else {
            let seat = opened.stage == .full ? try await signIn.session(of: opened.token, at: visit.now)?.seat : nil
            return replies.opened(verdict, to: seat.map { Offices.home(of: $0, on: visit.now) })
        }
        let mark = FormMark(heldBy: opened.token.revealed()).text
        let page: AskPage
        switch opened.stage {
        case .full: page = kept.page(mark: mark)
        case .factor: page = SignInPages.factor(to: "/sign-in/factor", mark: mark, hidden: kept.hidden)
        case .enrolment, .setUp: return replies.opened(verdict)
        }
        var response = replies.page(page)
        replies.keep(opened, on: &response)
        return response
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
        return try await goOn(verdict, visit)
    }

    private func factorPage(_ visit: Visit, problem: String? = nil) -> Response {
        replies.page(
            SignInPages.factor(
                to: "/sign-in/factor", mark: visit.mark.text, hidden: kept(visit)?.hidden ?? [:], problem: problem),
            status: problem == nil ? .ok : .unauthorized)
    }

    private func factor(_ visit: Visit) async throws -> Response {
        guard let token = visit.token else { return .elsewhere("/sign-in") }
        let verdict = try await signIn.factor(
            visit.form["code"], in: token, device: replies.device(of: visit), at: visit.now)
        guard case .opened = verdict else {
            return try await replies.refusal(verdict, at: visit.now) { factorPage(visit, problem: $0) }
        }
        return try await goOn(verdict, visit)
    }
}
