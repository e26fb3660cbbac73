package import CivilDate
internal import Intervention
package import OpenID
internal import Postgres
internal import Vault

/// What a browser keeps between the beginning of a sign-in with a provider and its end.
package typealias BrowserToken = Bearer<BearerKind.Browser>

extension BearerKind {
    /// Of a browser that is away at a provider.
    package enum Browser: Sendable {}
}

/// Sign-ins with a provider, from the moment that the browser leaves until it comes back.
package struct ProviderSignIns: Sendable {
    private let application: Pool
    private let directory: ProviderDirectory
    private let signIn: SignIn

    /// How long somebody may take at the provider: 10 minutes, in seconds.
    package static let patience: Int64 = 10 * 60

    /// Sign-ins with providers that end in sessions of `signIn`.
    package init(_ signIn: SignIn) {
        self.signIn = signIn
        application = signIn.application
        directory = ProviderDirectory(vault: signIn.vault)
    }

    /// The codes of all providers, for the page to sign in at.
    package func codes() async throws -> [ProviderCode] {
        try await application.transaction { try await directory.codes(in: $0) }
    }

    /// A provider by its code.
    package func provider(_ code: ProviderCode) async throws -> Provider? {
        try await application.transaction { try await directory.find(code, in: $0) }
    }

    /// Keeps a sign-in until its answer comes.
    /// - Returns: what the browser keeps: whoever brings the answer without it did not begin.
    package func begin(_ pending: PendingSignIn, with provider: Provider, at now: Instant) async throws -> BrowserToken
    {
        let token = BrowserToken.drawn()
        let state = pending.state.hash
        let sealed = try signIn.vault.seal(
            "\(pending.nonce.text) \(pending.verifier.text)".utf8, site: .door, purpose: .door,
            row: ProviderSignIns.row(state, provider.id))
        try await application.transaction { transaction in
            _ = try await transaction.query(
                """
                SELECT door.begin_provider_sign_in(
                    \(state), \(token.hash), \(provider.id.bound), \(sealed.key.text), \(sealed.bytes), \(now),
                    \(now.adding(seconds: ProviderSignIns.patience)))
                """)
        }
        return token
    }

    /// Takes a sign-in whose answer came; nobody takes it again.
    /// - Returns: its nonce and verifier; nil when this browser began none of that state, or it is over.
    package func take(
        _ state: OneTimeText, from browser: BrowserToken, of provider: Provider, at now: Instant
    ) async throws -> (nonce: OneTimeText, verifier: OneTimeText)? {
        try await application.transaction { transaction in
            let rows = try await transaction.query(
                """
                SELECT key_id, sealed FROM door.take_provider_sign_in(
                    \(state.hash), \(browser.hash), \(provider.id.bound), \(now))
                """)
            guard let row = rows.first else { return nil }
            let (name, bytes) = try row.decode(String.self, [UInt8].self)
            let row2 = ProviderSignIns.row(state.hash, provider.id)
            let words = try directory.open(bytes, key: name, row: row2).split(separator: " ").map(String.init)
            guard words.count == 2, let nonce = OneTimeText(words[0]), let verifier = OneTimeText(words[1]) else {
                throw AccountFault.unreadable
            }
            return (nonce, verifier)
        }
    }

    /// Begins the session of whom a provider named. A provider that says that it used a second factor is believed; of any
    /// other, the account's own is wanted.
    package func finish(_ identity: Identity, from provider: Provider, at now: Instant) async throws -> SignInVerdict {
        guard let subject = Subject(identity.subject), identity.issuer == provider.issuer.text else { return .refused }
        return try await application.transaction { transaction in
            let rows = try await transaction.query(
                """
                SELECT account_id FROM door.account_of_subject(
                    \(provider.id.bound), \(directory.index(subject, of: provider)))
                """)
            guard let uuid = try rows.column(0, as: UUIDBytes.self).first else { return .refused }
            let account = AccountID(uuid)
            do {
                try ProviderDirectory.check(try await Grants.of(account, in: transaction), of: provider.site, at: now)
                let own = try await signIn.stage(of: account, at: now, in: transaction)
                let stage = identity.usedSecondFactor ? .full : own
                let token = try await signIn.sessions.begin(
                    account, stage: stage, isSteppedUp: identity.usedSecondFactor, at: now, in: transaction)
                return .opened(SignInVerdict.Opened(token: token, stage: stage, device: nil))
            } catch is ProviderFault {
                return .refused
            } catch AccountFault.closed {
                return .refused
            }
        }
    }

    /// What is sealed is bound to its sign-in: another's, put in its place, does not open.
    private static func row(_ state: Digest256, _ provider: ProviderID) -> [UInt8] {
        state.bytes + provider.bytes + Array("sign-in".utf8)
    }
}
