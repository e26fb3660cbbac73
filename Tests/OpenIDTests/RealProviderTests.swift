import Foundation
import OpenID
import RealProvider
import Testing

/// Signing in with a provider of somebody else's making.
@Suite struct RealProviderTests {
    /// A provider that runs, as a site knows it.
    struct Stage {
        let real: RealProvider
        let clock = TestClock()
        let provider: IdentityProvider

        init(_ real: RealProvider) throws {
            self.real = real
            let url = try #require(URL(string: real.address))
            let issuer = try #require(Issuer(url: url, clientID: "homeward"))
            provider = IdentityProvider(issuer) { [clock] in clock.now() }
        }

        /// What the browser brings back once somebody has signed in there.
        func answer(to pending: PendingSignIn, as subject: String = "jo") async throws -> ProviderAnswer {
            try RealProviderTests.read(
                try await real.signIn(as: subject, at: try await provider.address(of: pending)))
        }

        func signIn(_ pending: PendingSignIn = PendingSignIn(returningTo: Trial.home)) async throws -> Identity {
            try await finish(try await answer(to: pending), pending)
        }

        func finish(_ answer: ProviderAnswer, _ pending: PendingSignIn) async throws -> Identity {
            try await provider.identity(from: answer, of: pending, secret: ClientSecret("s3cret"))
        }
    }

    static func read(_ url: URL) throws -> ProviderAnswer {
        let items = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        return try ProviderAnswer(items.map { ($0.name, $0.value ?? "") })
    }

    @Test func `somebody who signs in there is known by issuer and subject`() async throws {
        try await RealProvider.withProvider { real in
            let identity = try await Stage(real).signIn()
            #expect(identity.issuer == real.address && identity.subject == "jo")
        }
    }

    @Test(arguments: [
        ("wrong-nonce", OpenIDFault.Reason.badNonce), ("wrong-audience", .badAudience), ("expired", .expired),
        ("unsigned", .badAlgorithm), ("foreign-key", .badSignature),
    ])
    func `a token that is wrong is refused, and the next that is right is taken`(
        fault: String, reason: OpenIDFault.Reason
    ) async throws {
        try await RealProvider.withProvider { real in
            let stage = try Stage(real)
            try await real.setFault(fault)
            await #expect(throws: OpenIDFault(reason)) { try await stage.signIn() }
            try await real.setFault("none")
            #expect(try await stage.signIn().subject == "jo")
        }
    }

    @Test func `rotated keys are fetched when a token names one that is not known`() async throws {
        try await RealProvider.withProvider { real in
            let stage = try Stage(real)
            #expect(try await stage.signIn().subject == "jo")
            try await real.rotateKeys()
            await #expect(throws: OpenIDFault(.unknownKey)) { try await stage.signIn() }
            stage.clock.advance(seconds: 61)
            #expect(try await stage.signIn().subject == "jo")
        }
    }

    @Test func `a code is of use once, and only to who began`() async throws {
        try await RealProvider.withProvider { real in
            let stage = try Stage(real)
            let pending = PendingSignIn(returningTo: Trial.home)
            let answer = try await stage.answer(to: pending)
            // Somebody took the code and the state, but has not the verifier.
            let thief = PendingSignIn(
                state: pending.state, nonce: pending.nonce, verifier: OneTimeText(), returningTo: Trial.home)
            await #expect(throws: OpenIDFault(.codeRefused)) { try await stage.finish(answer, thief) }
            #expect(try await stage.finish(answer, pending).subject == "jo")
            await #expect(throws: OpenIDFault(.codeRefused)) { try await stage.finish(answer, pending) }
        }
    }

    @Test func `an answer to another sign-in is refused before the provider hears of it`() async throws {
        try await RealProvider.withProvider { real in
            let stage = try Stage(real)
            let answer = try await stage.answer(to: PendingSignIn(returningTo: Trial.home))
            let mine = PendingSignIn(returningTo: Trial.home)
            await #expect(throws: OpenIDFault(.otherState)) { try await stage.finish(answer, mine) }
        }
    }
}
