import Accounts
import HTTPTypes
import Hummingbird
import Pages

/// Asks for the second factor once more, and sends people back to what they were doing.
struct StepUpHandler: Sendable {
    let signIn: SignIn
    let replies: DoorReplies

    var routes: [WebRoute] {
        [
            .get(WayBack.stepUp, .session([.full])) { try await begin($0) },
            .post(
                WayBack.stepUp, .session([.full]), fields: ["code", WayBack.field, KeptForm.field],
                bodySize: KeptForm.longest
            ) { try await stepUp($0) },
        ]
    }

    /// Asks whoever sent something that needs it. What was read is asked for anew; what was typed and ticked is kept.
    func ask(_ visit: Visit, _ way: WayBack) async throws -> Response {
        guard let kept = KeptForm(visit.form.sent, to: visit.request.uri.path) else { return .elsewhere(way.asking) }
        guard try await hasFactor(visit) else { return .elsewhere(StepUpHandler.enrolment) }
        return page(visit, to: way, keeping: kept)
    }

    private static let enrolment = "/account/factor"

    private func hasFactor(_ visit: Visit) async throws -> Bool {
        guard let session = visit.session else { return false }
        return try await signIn.ownAccount(of: session, at: visit.now).hasFactor
    }

    /// Whoever has no second factor yet, because no role of theirs asked for one or a demonstration's link signed them in,
    /// sets one up instead.
    private func begin(_ visit: Visit) async throws -> Response {
        guard try await hasFactor(visit) else { return .elsewhere(StepUpHandler.enrolment) }
        let named = QueryText(visit.request.uri.query).items.first { $0.name == WayBack.field }?.value
        return page(visit, to: named.flatMap { WayBack($0) } ?? .usual, keeping: nil)
    }

    private func page(
        _ visit: Visit, to way: WayBack, keeping kept: KeptForm?, problem: String? = nil
    ) -> Response {
        var hidden = [WayBack.field: way.path]
        hidden[KeptForm.field] = kept?.text
        return replies.page(
            SignInPages.factor(to: WayBack.stepUp, mark: visit.mark.text, hidden: hidden, problem: problem),
            status: problem == nil ? .ok : .unauthorized)
    }

    private func stepUp(_ visit: Visit) async throws -> Response {
        guard let token = visit.token else { return .elsewhere("/sign-in") }
        let way = WayBack(visit.form[WayBack.field]) ?? .usual
        let kept = KeptForm(visit.form[KeptForm.field])
        let verdict = try await signIn.stepUp(
            visit.form["code"], in: token, device: replies.device(of: visit), at: visit.now)
        guard case .opened(let opened) = verdict else {
            return try await replies.refusal(verdict, at: visit.now) {
                page(visit, to: way, keeping: kept, problem: $0)
            }
        }
        guard let kept else { return replies.opened(verdict, to: way.path) }
        var response = replies.page(kept.page(mark: FormMark(heldBy: opened.token.revealed()).text))
        replies.keep(opened, on: &response)
        return response
    }
}
