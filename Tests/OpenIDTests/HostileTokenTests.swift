import CivilDate
import Foundation
import OpenID
import Testing

/// Tokens that only somebody with bad intent makes, and some that are made by mistake. Each is refused, for its own reason.
@Suite struct HostileTokenTests {
    @Test(arguments: [
        (["alg": "RS256", "kid": "r"], TokenForge.Hand.rsa), (["alg": "ES256", "kid": "c", "typ": "JWT"], .curve),
        (["alg": "PS256", "kid": "r"], .pss), (["alg": "RS256"], .rsa),
    ])
    func `a token that is right is taken, by each algorithm of the list`(
        header: [String: String], hand: TokenForge.Hand
    )
        async throws
    {
        let forge = try TokenForge.shared.get()
        try await StubProvider.withStub(keys: try forge.keys) { stub in
            let trial = try Trial(stub)
            await trial.grant(try forge.token(header, trial.claims, by: hand))
            let identity = try await trial.finish()
            #expect(identity.issuer == stub.address && identity.subject == "jo")
            #expect(identity.usedSecondFactor && identity.contextClass == "urn:strong")
            #expect(identity.authenticatedAt != nil)
        }
    }

    @Test(arguments: BadToken.headers + BadToken.said + BadToken.forms)
    func `a bad token is refused`(bad: BadToken) async throws {
        let forge = try TokenForge.shared.get()
        try await StubProvider.withStub(keys: try forge.keys) { stub in
            let trial = try Trial(stub)
            let now = Int(trial.clock.now().microseconds / 1_000_000)
            await trial.grant(try bad.make(.init(forge: forge, claims: trial.claims, now: now)))
            #expect(try await trial.refusal() == bad.reason)
        }
    }

    @Test func `the hash of the access token is held against it`() async throws {
        let forge = try TokenForge.shared.get()
        try await StubProvider.withStub(keys: try forge.keys) { stub in
            let trial = try Trial(stub)
            // The example of OpenID Connect Core 1.0, appendix A.3.
            let claims = trial.claims.merging(["at_hash": "77QmUPtjPfzWtF2AnpK9RQ"]) { $1 }
            await trial.grant(
                try forge.token(["alg": "RS256", "kid": "r"], claims),
                accessToken: "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y")
            #expect(try await trial.finish().subject == "jo")
        }
    }

    @Test func `a fault says the same to everybody, and its reason to the log alone`() {
        let spoken = Set(OpenIDFault.Reason.allCases.map { String(describing: OpenIDFault($0)) })
        let logged = Set(OpenIDFault.Reason.allCases.map { String(reflecting: OpenIDFault($0)) })
        #expect(spoken.count == 1)
        #expect(logged.count == OpenIDFault.Reason.allCases.count)
    }
}
