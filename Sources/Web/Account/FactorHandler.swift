import Accounts
import Hummingbird
import Pages

/// Setting up a second factor, or another one in its place.
struct FactorHandler: Sendable {
    let signIn: SignIn
    let replies: DoorReplies

    private static let path = "/account/factor"
    private static let confirmation = "/account/factor/code"

    var routes: [WebRoute] {
        let visitors = WebRoute.Visitors.session([.enrolment, .full])
        return [
            .get(FactorHandler.path, visitors) { page($0) },
            .post(FactorHandler.path, visitors) { try await begin($0) },
            .get(FactorHandler.confirmation, visitors) { confirmationPage($0) },
            .post(FactorHandler.confirmation, visitors, fields: ["code"]) { try await confirm($0) },
        ]
    }

    private func page(_ visit: Visit) -> Response {
        replies.page(SignInPages.enrolment(to: FactorHandler.path, mark: visit.mark.text), to: visit)
    }

    private func begin(_ visit: Visit) async throws -> Response {
        guard let token = visit.token, let session = visit.session else { return .elsewhere("/sign-in") }
        // Whoever has a factor shows it once more before there is another.
        guard let seed = try await signIn.draftFactor(in: token, at: visit.now) else {
            return .elsewhere(WayBack.stepUp)
        }
        return replies.page(
            SignInPages.seed(
                seed.revealed(), address: seed.address(of: session.code), to: FactorHandler.confirmation,
                mark: visit.mark.text), to: visit)
    }

    private func confirmationPage(_ visit: Visit, problem: String? = nil) -> Response {
        replies.page(
            SignInPages.factor(to: FactorHandler.confirmation, mark: visit.mark.text, problem: problem), to: visit,
            status: problem == nil ? .ok : .badRequest)
    }

    private func confirm(_ visit: Visit) async throws -> Response {
        guard let token = visit.token else { return .elsewhere("/sign-in") }
        let (verdict, codes) = try await signIn.confirmFactor(visit.form["code"], in: token, at: visit.now)
        guard case .opened(let opened) = verdict else {
            return try await replies.refusal(verdict, at: visit.now) { _ in
                confirmationPage(
                    visit, problem: "The code is not the one of now. Type the next one that your app shows.")
            }
        }
        var response = replies.page(SignInPages.recoveryCodes(codes.map { $0.revealed() }), to: visit)
        replies.keep(opened, on: &response)
        return response
    }
}
