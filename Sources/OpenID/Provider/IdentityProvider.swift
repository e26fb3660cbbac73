import CivilDate
import Foundation

/// A provider, and what is known of it for an hour: asks it who somebody is by the authorization code flow with PKCE
/// (OpenID Connect Core 1.0; RFC 7636).
package actor IdentityProvider {
    private let issuer: Issuer
    private let outbound: Outbound
    private let now: @Sendable () -> Instant
    private var metadata: Remembered<ProviderMetadata>?
    private var keys: Remembered<ProviderKeys>?

    /// A provider that nothing is known of yet.
    /// - Parameters:
    ///   - patience: how long one answer of it may take.
    ///   - now: tells the time.
    package init(_ issuer: Issuer, patience: Duration = .seconds(5), now: @escaping @Sendable () -> Instant) {
        self.issuer = issuer
        self.now = now
        outbound = Outbound(issuer: issuer, patience: patience)
    }

    /// Where a browser is sent to sign in.
    /// - Throws: ``OpenIDFault``
    package func address(of pending: PendingSignIn) async throws -> URL {
        try pending.address(of: try await description(), issuer)
    }

    /// Who came back.
    /// - Parameters:
    ///   - answer: what the browser brought.
    ///   - pending: the sign-in that its state belongs to; it must be used up before this is asked.
    ///   - secret: nil for a client that has none.
    /// - Throws: ``OpenIDFault``
    package func identity(
        from answer: ProviderAnswer, of pending: PendingSignIn, secret: ClientSecret?
    ) async throws -> Identity {
        let metadata = try await description()
        let code = try answer.code(for: pending, from: metadata, issuer)
        let tokens = try await TokenRequest(code: code, pending: pending, issuer: issuer, secret: secret)
            .tokens(from: metadata, outbound)
        let token = try IDToken(tokens.idToken)
        guard metadata.algorithms.contains(token.header.algorithm) else { throw OpenIDFault(.badAlgorithm) }
        let claims = try await token.claims(signedWith: try await key(of: token.header, at: metadata.keys))
        let check = IDTokenCheck(issuer: issuer, nonce: pending.nonce, accessToken: tokens.accessToken, now: now())
        return try check.identity(of: claims)
    }

    private func description() async throws -> ProviderMetadata {
        if let metadata, metadata.isFresh(at: now()) { return try await metadata.value() }
        guard let url = issuer.discovery else { throw OpenIDFault(.badDocument) }
        let asked = Remembered(at: now()) { [outbound, issuer] in
            try ProviderMetadata(try await outbound.document(at: url), of: issuer)
        }
        metadata = asked
        do {
            return try await asked.value()
        } catch {
            if metadata === asked { metadata = nil }
            throw error
        }
    }

    /// The key that a token names. Keys change: one that is not known makes us ask again, at most once a minute.
    private func key(of header: TokenHeader, at url: URL) async throws -> ProviderKey {
        if let keys, keys.isFresh(at: now()),
            let key = try? await keys.value().key(named: header.key, for: header.algorithm)
        {
            return key
        }
        if keys.map({ now() >= $0.askedAt.adding(microseconds: OpenIDLimits.betweenKeys) }) ?? true {
            keys = Remembered(at: now()) { [outbound] in try ProviderKeys(try await outbound.document(at: url)) }
        }
        guard let key = try await keys?.value().key(named: header.key, for: header.algorithm) else {
            throw OpenIDFault(.unknownKey)
        }
        return key
    }
}

/// A question to a provider that is under way or answered: whoever wants the same waits for the one answer.
final class Remembered<Value: Sendable>: Sendable {
    let askedAt: Instant
    private let task: Task<Value, any Error>

    init(at instant: Instant, _ ask: @escaping @Sendable () async throws -> Value) {
        askedAt = instant
        task = Task { try await ask() }
    }

    func isFresh(at instant: Instant) -> Bool {
        askedAt <= instant && instant < askedAt.adding(microseconds: OpenIDLimits.memory)
    }

    func value() async throws -> Value { try await task.value }
}
