import Accounts
import CivilDate
import EpisodeStore
import Foundation
import HTTPTypes
import Hummingbird
import Intervention
internal import Logging
import OpenID
import Pages

/// Signing in with an identity provider: sends the browser there, and takes what it brings back.
///
/// The way back is a GET that changes something, which OpenID Connect makes it: the state in its address is its mark, held
/// against what only the browser that began has.
struct ProviderHandler: Sendable {
    let signIns: ProviderSignIns
    let replies: DoorReplies
    let known: KnownProviders
    let address: ServiceAddress
    let logger: Logger

    var routes: [WebRoute] {
        [
            .post("/sign-in/with/{provider}", .everybody) { try await begin($0) },
            .get("/sign-in/return/{provider}", .everybody) { try await finish($0) },
        ]
    }

    private func provider(of visit: Visit) async throws -> Provider {
        guard let code = visit.context.parameters.get("provider").flatMap({ ProviderCode($0) }),
            let provider = try await signIns.provider(code)
        else { throw WebRefusal(.notFound, .notFound) }
        return provider
    }

    private func begin(_ visit: Visit) async throws -> Response {
        let provider = try await provider(of: visit)
        let pending = PendingSignIn(returningTo: try wayBack(to: provider, visit))
        let address: URL
        do {
            address = try await known.provider(provider.issuer).address(of: pending)
        } catch let fault as OpenIDFault {
            return refused(fault, visit)
        }
        let browser = try await signIns.begin(pending, with: provider, at: visit.now)
        // A page that goes on, and no redirect: browsers hold the redirect of a form to where our forms may be sent.
        var response = replies.page(SignInPages.leaving)
        if let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "0; url=\(address.absoluteString)" }
        replies.cookies.set(.provider, browser.revealed(), for: ProviderSignIns.patience, on: &response)
        return response
    }

    private func finish(_ visit: Visit) async throws -> Response {
        let provider = try await provider(of: visit)
        do {
            let identity = try await identity(from: provider, visit)
            let verdict = try await signIns.finish(identity, from: provider, at: visit.now)
            guard case .opened = verdict else { throw OpenIDFault(.unknownPerson) }
            var response = replies.opened(verdict)
            replies.cookies.remove(.provider, on: &response)
            return response
        } catch let fault as OpenIDFault {
            return refused(fault, visit)
        }
    }

    private func identity(from provider: Provider, _ visit: Visit) async throws -> Identity {
        let items = QueryText(visit.request.uri.query).items
        guard items.allSatisfy({ $0.value != nil }) else { throw OpenIDFault(.badAnswer) }
        let answer = try ProviderAnswer(items.map { ($0.name, $0.value ?? "") })
        guard let state = OneTimeText(answer.state),
            let browser = replies.cookies.value(.provider, of: visit.request).flatMap({ BrowserToken($0) }),
            let kept = try await signIns.take(state, from: browser, of: provider, at: visit.now)
        else { throw OpenIDFault(.otherState) }
        let pending = PendingSignIn(
            state: state, nonce: kept.nonce, verifier: kept.verifier, returningTo: try wayBack(to: provider, visit))
        return try await known.provider(provider.issuer).identity(from: answer, of: pending, secret: provider.secret)
    }

    private func wayBack(to provider: Provider, _ visit: Visit) throws -> URL {
        guard let url = URL(string: "\(address.base(visit))/sign-in/return/\(provider.code.text)") else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        return url
    }

    /// Outside, one sentence for every reason; the log has which.
    private func refused(_ fault: OpenIDFault, _ visit: Visit) -> Response {
        WebObservation.notSignedIn(reference: visit.context.reference, reason: fault.reason.rawValue).report(to: logger)
        return replies.page(SignInPages.providerRefused(reference: visit.context.reference), status: .unauthorized)
    }
}

/// What is known of each provider, so that its keys are not asked for at every sign-in.
actor KnownProviders {
    private let clock: RecordClock
    private var providers: [Issuer: IdentityProvider] = [:]

    init(clock: RecordClock) {
        self.clock = clock
    }

    func provider(_ issuer: Issuer) -> IdentityProvider {
        if let known = providers[issuer] { return known }
        let fresh = IdentityProvider(issuer) { [clock] in clock.now() }
        providers[issuer] = fresh
        return fresh
    }
}
