import CivilDate
import Foundation
import OpenID
import Synchronization

/// A clock that runs with the machine's and can be set forward.
final class TestClock: Sendable {
    private let ahead = Atomic<Int64>(0)

    func now() -> Instant {
        let real = Int64(Date().timeIntervalSince1970 * 1_000_000)
        return Instant(microseconds: real + ahead.load(ordering: .relaxed))
    }

    func advance(seconds: Int64) { ahead.add(seconds * 1_000_000, ordering: .relaxed) }
}

/// A sign-in through the stub, with a token of the test's choice.
struct Trial {
    let stub: StubProvider
    let clock = TestClock()
    let provider: IdentityProvider
    let pending = PendingSignIn(returningTo: Trial.home)

    static let home = URL(string: "https://homeward.example/sign-in/return") ?? URL(filePath: "/")

    init(_ stub: StubProvider, patience: Duration = .seconds(5)) throws {
        self.stub = stub
        provider = IdentityProvider(try stub.issuer, patience: patience) { [clock] in clock.now() }
    }

    /// The claims of a token that is right.
    var claims: [String: Any] {
        let now = Int(clock.now().microseconds / 1_000_000)
        return [
            "iss": stub.address, "sub": "jo", "aud": "homeward", "exp": now + 300, "iat": now,
            "nonce": pending.nonce.text, "auth_time": now, "acr": "urn:strong", "amr": ["pwd", "mfa"],
        ]
    }

    /// Gives the token for the code.
    func grant(_ token: String, accessToken: String = "access", type: String = "Bearer") async {
        let body = JSONText.of(["id_token": token, "access_token": accessToken, "token_type": type])
        await stub.answer(.token, .init(body: body))
    }

    /// Comes back with a code; what it gives.
    func finish(_ further: [(String, String)] = []) async throws -> Identity {
        let answer = try ProviderAnswer([("state", pending.state.text), ("code", "c0de")] + further)
        return try await provider.identity(from: answer, of: pending, secret: ClientSecret("s3cret"))
    }

    /// Why it was refused; nil when it was not.
    func refusal(_ further: [(String, String)] = []) async throws -> OpenIDFault.Reason? {
        do {
            _ = try await finish(further)
            return nil
        } catch let fault as OpenIDFault {
            return fault.reason
        }
    }
}
