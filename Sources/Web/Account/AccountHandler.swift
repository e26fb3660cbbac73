import Accounts
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Somebody's own account: where they are signed in, their password, their second factor, signing out.
struct AccountHandler: Sendable {
    let signIn: SignIn
    let refused: RefusedPasswords
    let replies: DoorReplies
    let peers: PeerAddress
    let practice: Practice

    var routes: [WebRoute] {
        [
            .get("/account", .action(.manageOwnAccount)) { try await page($0) },
            .post("/account/sessions", .action(.manageOwnAccount), fields: ["session"]) { try await end($0) },
            .post("/account/notices", .action(.manageOwnAccount)) { try await see($0) },
            .get("/account/password", .action(.manageOwnAccount)) { passwordPage($0) },
            .post("/account/password", .action(.manageOwnAccount), fields: ["old", "password", "again"]) {
                try await change($0)
            },
            .post("/sign-out", .session(Set(SessionStage.allCases))) { try await signOut($0) },
            .get("/still-here", .everybody) { replies.page(SignInPages.stillHere(mark: $0.mark.text)) },
            .post("/still-here", .session([.full])) { _ in .elsewhere("/") },
        ]
    }

    private func page(_ visit: Visit) async throws -> Response {
        guard let session = visit.session, let seat = session.seat else { return .elsewhere("/sign-in") }
        let sites = try await practice.asking(.account(seat)).sites()
        let own = try await signIn.ownAccount(of: session, at: visit.now)
        let open = own.sessions.map { open in
            AccountPage.OpenSession(
                id: open.id.description,
                text: "Since \(MinuteText.utc(open.begunAt)), last used \(MinuteText.utc(open.usedAt)).",
                isThis: open.id == session.id)
        }
        let page = AccountPage(
            account: session.code.text, sessions: open, notices: own.notices.map(\.sentence),
            hasFactor: own.hasFactor, offices: Offices.pages(of: seat, at: sites, on: visit.now),
            mark: visit.mark.text, unsent: visit.unsent)
        return .keepingContacts(page.document(in: visit.frame(replies.frame).keepingContacts))
    }

    private func end(_ visit: Visit) async throws -> Response {
        guard let session = visit.session, let id = SessionID(uuid: visit.form["session"]) else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        guard try await signIn.end(id, ownedBy: session, at: visit.now) else { throw WebRefusal(.notFound, .notFound) }
        return id == session.id ? replies.signedOut() : .elsewhere("/account")
    }

    private func see(_ visit: Visit) async throws -> Response {
        if let session = visit.session { try await signIn.seeNotices(of: session, at: visit.now) }
        return .elsewhere("/account")
    }

    private func passwordPage(_ visit: Visit, problem: String? = nil) -> Response {
        replies.page(
            SignInPages.password(to: "/account/password", mark: visit.mark.text, asksOld: true, problem: problem),
            to: visit, status: problem == nil ? .ok : .badRequest)
    }

    private func change(_ visit: Visit) async throws -> Response {
        guard let token = visit.token else { return .elsewhere("/sign-in") }
        guard visit.form["password"] == visit.form["again"] else {
            return passwordPage(visit, problem: "The two passwords differ. Type the same one twice.")
        }
        do {
            let verdict = try await signIn.change(
                from: visit.form["old"], to: visit.form["password"], in: token,
                from: peers.source(of: visit.request, visit.context), refusing: refused,
                device: replies.device(of: visit), at: visit.now)
            guard case .opened = verdict else {
                return try await replies.refusal(verdict, at: visit.now) { _ in
                    passwordPage(visit, problem: "Your password was not changed. Check the one that you have now.")
                }
            }
            return replies.opened(verdict, to: "/account")
        } catch let fault as PasswordFault {
            return passwordPage(visit, problem: fault.sentence)
        }
    }

    private func signOut(_ visit: Visit) async throws -> Response {
        if let token = visit.token { try await signIn.signOut(token, at: visit.now) }
        return replies.signedOut()
    }
}
