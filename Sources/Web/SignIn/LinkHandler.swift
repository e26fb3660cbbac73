import Accounts
import HTTPTypes
import Hummingbird
import Pages

/// One-time links, and choosing the password that they are for.
struct LinkHandler: Sendable {
    let signIn: SignIn
    let refused: RefusedPasswords
    let replies: DoorReplies
    /// Whether everything is invented and on this machine: only then does a link sign anybody in.
    let isOpen: Bool

    var routes: [WebRoute] {
        [
            .get("/sign-in/link/{token}", .everybody) { try await page($0) },
            .post("/sign-in/link/{token}", .everybody) { try await use($0) },
            .get("/sign-in/password", .session([.setUp])) { passwordPage($0) },
            .post("/sign-in/password", .session([.setUp]), fields: ["password", "again"]) { try await choose($0) },
        ]
    }

    private func token(of visit: Visit) -> LinkToken? {
        visit.context.parameters.get("token").flatMap { LinkToken($0) }
    }

    /// What a link is for; nil for one that opens nothing here.
    private func purpose(of token: LinkToken, _ visit: Visit) async throws -> LinkPurpose? {
        let purpose = try await signIn.purpose(of: token, at: visit.now)
        return purpose == .signIn && !isOpen ? nil : purpose
    }

    private func page(_ visit: Visit) async throws -> Response {
        guard let token = token(of: visit), let purpose = try await purpose(of: token, visit) else { return dead }
        return replies.page(
            SignInPages.link(
                to: "/sign-in/link/\(token.revealed())", mark: visit.mark.text, for: purpose))
    }

    private func use(_ visit: Visit) async throws -> Response {
        guard let token = token(of: visit), try await purpose(of: token, visit) != nil else { return dead }
        let verdict = try await signIn.use(token, at: visit.now)
        if case .factorRemoved = verdict { return .elsewhere("/sign-in") }
        guard case .opened = verdict else { return dead }
        if let token = visit.token { try await signIn.signOut(token, at: visit.now) }
        return replies.opened(verdict)
    }

    private var dead: Response { replies.page(SignInPages.deadLink, status: .notFound) }

    private func passwordPage(_ visit: Visit, problem: String? = nil) -> Response {
        replies.page(
            SignInPages.password(to: "/sign-in/password", mark: visit.mark.text, asksOld: false, problem: problem),
            status: problem == nil ? .ok : .badRequest)
    }

    private func choose(_ visit: Visit) async throws -> Response {
        guard let token = visit.token else { return .elsewhere("/sign-in") }
        guard visit.form["password"] == visit.form["again"] else {
            return passwordPage(visit, problem: "The two passwords differ. Type the same one twice.")
        }
        do {
            let verdict = try await signIn.setUp(
                visit.form["password"], in: token, refusing: refused, at: visit.now)
            return replies.opened(verdict)
        } catch let fault as PasswordFault {
            return passwordPage(visit, problem: fault.sentence)
        }
    }
}

extension PasswordFault {
    /// The reason as a sentence of its own.
    var sentence: String { description.prefix(1).uppercased() + description.dropFirst() + "." }
}
