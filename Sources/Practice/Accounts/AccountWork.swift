import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// The use cases of accounts: who has one, what it is granted, what opens it. Each is one transaction and enters the
/// access log.
///
/// At a site, the accounts are those that have or had a role there; others are not there. Without a site it is the
/// operator's work.
package struct AccountWork: Sendable {
    let practice: Practice
    let directory: AccountDirectory
    let providers: ProviderDirectory
    let passwords: PasswordStore
    let sessions: Sessions
    let refused: RefusedPasswords
    let replacement: ReplacementRule

    /// - Parameters:
    ///   - practice: the use cases that this is part of: it says who asks and what time it is.
    ///   - vault: what seals hashes and particulars.
    ///   - desk: where passwords are hashed.
    package init(
        practice: Practice, vault: Vault, desk: HashingDesk = HashingDesk(),
        settings: SignInSettings = SignInSettings(),
        refused: RefusedPasswords = RefusedPasswords()
    ) {
        self.practice = practice
        directory = AccountDirectory(vault: vault)
        providers = ProviderDirectory(vault: vault)
        passwords = PasswordStore(vault: vault, desk: desk, cost: settings.cost)
        sessions = Sessions(limits: settings.sessions)
        self.refused = refused
        replacement = settings.replacement
    }

    /// The instant of now.
    var now: Instant { practice.clock.now() }

    /// One transaction about an account at a site, or about one of the network.
    /// - Throws: ``AccountWorkFault/unknownAccount(_:)`` for one that has no role at the site.
    func about<Result: Sendable>(
        _ code: AccountCode, at site: SiteCode?, for action: Action,
        _ body: (AccountID, Transaction, SiteSession?) async throws -> Result
    ) async throws -> Result {
        guard let site else {
            return try await network(action) { transaction in
                guard let id = try await directory.find(code, in: transaction) else {
                    throw AccountWorkFault.unknownAccount(code)
                }
                return try await body(id, transaction, nil)
            }
        }
        let found = try await find(code)
        return try await practice.withSite(site, for: action, at: AccountWork.subject(found)) { session in
            try await body(known(found, as: code, in: session), session.transaction, session)
        }
    }

    /// One transaction about an account at a site, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``; ``AccountWorkFault/unknownAccount(_:)`` for one that has no role at the site.
    func aboutOnce(
        _ code: AccountCode, at site: SiteCode, for action: Action, as keyed: KeyedWrite,
        _ body: (AccountID, SiteSession) async throws -> WrittenOnce
    ) async throws -> WrittenOnce {
        let found = try await find(code)
        return try await practice.once(keyed, for: action, at: AccountWork.subject(found), of: site) { session in
            try await body(known(found, as: code, in: session), session)
        }
    }

    private func find(_ code: AccountCode) async throws -> AccountID? {
        try await practice.withDirectory { transaction, _ in try await directory.find(code, in: transaction) }
    }

    /// Who may not ask is told the same of an account that there is and of one that there is not.
    private static func subject(_ found: AccountID?) -> ActionSubject { found.map { .account($0) } ?? .site }

    private func known(_ found: AccountID?, as code: AccountCode, in session: SiteSession) async throws -> AccountID {
        guard let id = found, try await directory.isKnown(id, at: session.site.id, in: session.transaction) else {
            throw AccountWorkFault.unknownAccount(code)
        }
        return id
    }

    /// One transaction that belongs to no site.
    func network<Result: Sendable>(
        _ action: Action, _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await practice.withNetwork(for: action, body)
    }
}

extension Practice {
    /// The use cases of accounts that show and hash nothing, for the same asker.
    package var accounts: AccountWork { AccountWork(practice: self, vault: store.vault) }
}
