import Foundation
import OpenID
import Testing

/// A provider, or somebody in its place, that describes itself wrongly, leads elsewhere, or never ends.
@Suite struct HostileProviderTests {
    private func refusal(_ changes: (StubProvider) -> [String: Any?]) async throws -> OpenIDFault.Reason? {
        try await StubProvider.withStub { stub in
            await stub.answer(.discovery, .init(body: stub.description(but: changes(stub))))
            return try await Trial(stub).beginning()
        }
    }

    @Test func `the browser is sent to the provider with a challenge, a state and a nonce`() async throws {
        try await StubProvider.withStub { stub in
            let trial = try Trial(stub)
            // The verifier and challenge of RFC 7636, appendix B.
            let verifier = try #require(OneTimeText("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
            let pending = PendingSignIn(
                state: OneTimeText(), nonce: OneTimeText(), verifier: verifier, returningTo: Trial.home)
            let url = try await trial.provider.address(of: pending)
            let parts = try #require(URLComponents(url: url, resolvingAgainstBaseURL: false))
            let items = Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value) }) { first, _ in first }
            #expect(items["code_challenge"] == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
            #expect(items["code_challenge_method"] == "S256" && items["scope"] == "openid")
            #expect(items["state"] == pending.state.text && items["nonce"] == pending.nonce.text)
            #expect(items["redirect_uri"] == Trial.home.absoluteString)
            #expect(!url.absoluteString.contains(verifier.text))
        }
    }

    @Test func `a description of another issuer is refused`() async throws {
        #expect(try await refusal { _ in ["issuer": "https://id.example.org"] } == .otherIssuer)
        #expect(try await refusal { ["issuer": $0.address + "/"] } == .otherIssuer)
    }

    @Test(arguments: ["authorization_endpoint", "token_endpoint", "jwks_uri"])
    func `an address elsewhere is refused`(name: String) async throws {
        #expect(try await refusal { _ in [name: "https://evil.example/x"] } == .foreignAddress)
        #expect(try await refusal { ["\(name)": "http://127.0.0.1:\($0.port ^ 1)/x"] } == .foreignAddress)
        #expect(try await refusal { [name: "http://me@127.0.0.1:\($0.port)/x"] } == .foreignAddress)
    }

    @Test func `a provider without PKCE, codes or public signatures has no way in common with us`() async throws {
        #expect(try await refusal { _ in ["code_challenge_methods_supported": ["plain"]] } == .noCommonWay)
        #expect(try await refusal { _ in ["response_types_supported": ["id_token"]] } == .noCommonWay)
        #expect(
            try await refusal { _ in ["id_token_signing_alg_values_supported": ["HS256", "none"]] } == .noCommonWay)
        #expect(try await refusal { _ in ["token_endpoint": nil] } == .badDocument)
    }

    @Test(arguments: [
        (StubProvider.Answer(status: 500), OpenIDFault.Reason.badStatus), (.init(body: "<html>"), .badDocument),
        (.init(status: 302, location: "http://127.0.0.1:1/"), .redirected), (.init(drips: true), .tooSlow),
        (.init(body: String(repeating: " ", count: 200_000)), .tooLarge), (.init(status: 204), .badStatus),
    ])
    func `an answer that is none is refused`(answer: StubProvider.Answer, reason: OpenIDFault.Reason) async throws {
        try await StubProvider.withStub { stub in
            await stub.answer(.discovery, answer)
            let trial = try Trial(stub, patience: answer.drips ? .milliseconds(500) : .seconds(60))
            #expect(try await trial.beginning() == reason)
        }
    }

    @Test func `a provider that is away is unreachable`() async throws {
        let stub = try await StubProvider.withStub { $0 }
        let reason = try await Trial(stub, patience: .seconds(1)).beginning()
        #expect(reason == .unreachable || reason == .tooSlow)
    }

    @Test(arguments: [
        (StubProvider.Answer(status: 400, body: #"{"error": "invalid_grant"}"#), OpenIDFault.Reason.codeRefused),
        (.init(body: "{}"), .badTokenAnswer), (.init(body: #"{"id_token": "a.b.c"}"#), .badTokenAnswer),
        (.init(body: #"{"id_token": "a.b.c", "token_type": "mac"}"#), .badTokenAnswer),
        (.init(status: 307, location: "http://127.0.0.1:1/"), .redirected), (.init(drips: true), .tooSlow),
    ])
    func `a token answer that is none is refused`(answer: StubProvider.Answer, reason: OpenIDFault.Reason) async throws
    {
        try await StubProvider.withStub { stub in
            await stub.answer(.token, answer)
            let trial = try Trial(stub, patience: answer.drips ? .milliseconds(500) : .seconds(60))
            #expect(try await trial.refusal() == reason)
        }
    }

    @Test func `a set of keys that is none gives no key`() async throws {
        let forge = try TokenForge.shared.get()
        for keys in ["[]", #"{"keys": {}}"#, #"{"keys": [1, {}, {"kty": "RSA", "kid": "r", "n": "AQ", "e": "AQAB"}]}"#]
        {
            try await StubProvider.withStub(keys: keys) { stub in
                let trial = try Trial(stub)
                await trial.grant(try forge.token(["alg": "RS256", "kid": "r"], trial.claims))
                let reason = try await trial.refusal()
                #expect(reason == .badKeys || reason == .unknownKey, "\(keys)")
            }
        }
    }

    @Test func `keys that nobody knows make us ask at most once a minute`() async throws {
        let forge = try TokenForge.shared.get()
        try await StubProvider.withStub(keys: try forge.keys) { stub in
            let trial = try Trial(stub)
            await trial.grant(try forge.token(["alg": "RS256", "kid": "unheard-of"], trial.claims))
            for _ in 0..<20 { #expect(try await trial.refusal() == .unknownKey) }
            #expect(await stub.count(.keys) == 1)
            trial.clock.advance(seconds: 61)
            #expect(try await trial.refusal() == .unknownKey)
            #expect(await stub.count(.keys) == 2)
        }
    }

    @Test func `a key that is withdrawn is trusted no longer than an hour`() async throws {
        let forge = try TokenForge.shared.get()
        try await StubProvider.withStub(keys: try forge.keys) { stub in
            let trial = try Trial(stub)
            await trial.grant(try forge.token(["alg": "RS256", "kid": "r"], trial.claims))
            #expect(try await trial.finish().subject == "jo")
            await stub.answer(.keys, .init(body: #"{"keys": []}"#))
            trial.clock.advance(seconds: 3601)
            await trial.grant(try forge.token(["alg": "RS256", "kid": "r"], trial.claims))
            #expect(try await trial.refusal() == .unknownKey)
        }
    }

    @Test func `an answer of another provider is not taken to this one`() async throws {
        try await StubProvider.withStub { stub in
            let trial = try Trial(stub)
            #expect(try await trial.refusal([("iss", "https://evil.example")]) == .otherIssuer)
            let named = stub.description(but: ["authorization_response_iss_parameter_supported": true])
            await stub.answer(.discovery, .init(body: named))
            let other = try Trial(stub)
            #expect(try await other.refusal() == .otherIssuer)
            #expect(await stub.count(.token) == 0)
        }
    }

    @Test func `somebody who refuses at the provider is not signed in`() async throws {
        try await StubProvider.withStub { stub in
            let trial = try Trial(stub)
            let answer = try ProviderAnswer([("state", trial.pending.state.text), ("error", "access_denied")])
            await #expect(throws: OpenIDFault(.deniedByProvider)) {
                try await trial.provider.identity(from: answer, of: trial.pending, secret: nil)
            }
            #expect(await stub.count(.token) == 0)
        }
    }

    @Test(arguments: [
        [("state", "a"), ("state", "b"), ("code", "c")], [("code", "c")], [("state", "a")],
        [("state", "a"), ("code", "c"), ("error", "denied")], [("state", "a"), ("code", "")],
        [("state", "a"), ("code", String(repeating: "c", count: 3000))],
    ])
    func `an answer that is no answer is refused`(items: [(String, String)]) {
        #expect(throws: OpenIDFault(.badAnswer)) { try ProviderAnswer(items) }
    }
}

extension Trial {
    /// Why a sign-in cannot even begin; nil when it can.
    func beginning() async throws -> OpenIDFault.Reason? {
        do {
            _ = try await provider.address(of: pending)
            return nil
        } catch let fault as OpenIDFault {
            return fault.reason
        }
    }
}
