import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// An account with its grants, as an administrator sees it. What opens it is said, never shown.
package struct AccountSheet: Hashable, Sendable {
    /// The account.
    package let facts: AccountFacts
    /// Its grants: those at the site, or all of them for the operator.
    package let grants: [Grant]
    /// The site's or the network's day, by which grants hold.
    package let today: CivilDate
}

extension AccountWork {
    /// Makes an account with a first role, or with none. Nothing opens it yet.
    /// - Throws: `AccountFault`, ``AccountWorkFault``.
    package func create(
        _ code: AccountCode, _ particulars: AccountParticulars, with wish: GrantWish?, at site: SiteCode?
    ) async throws {
        guard let site else {
            return try await network(.manageAccounts) { transaction in
                let id = try await directory.create(code, particulars, at: now, in: transaction)
                if let wish { try await give(wish, to: id, in: transaction, nil) }
            }
        }
        try await practice.withSite(site, for: .manageAccounts) { session in
            let id = try await directory.create(code, particulars, at: now, in: session.transaction)
            if let wish { try await give(wish, to: id, in: session.transaction, session) }
            session.looks.target(.account(id))
        }
    }

    /// Makes a link that opens an account once. One for a new factor ends all sessions, and is refused while the password
    /// is younger than a day; and whoever replaced one of the two does not replace the other: nobody becomes the account
    /// alone.
    /// - Parameter proof: a code of the asker's second factor, typed at the command line by its owner, who then is there;
    ///   without one, whoever stands in for an account there is the operator.
    /// - Throws: ``AccountWorkFault/passwordIsNew``; `ReplacementFault`.
    package func link(
        _ purpose: LinkPurpose, for code: AccountCode, at site: SiteCode?, hours: Int64 = 24, proof: String? = nil
    ) async throws -> LinkToken {
        try await about(code, at: site, for: .manageAccounts) { id, transaction, _ in
            let hand = try await practice.hand(proving: proof, for: .manageAccounts, in: transaction)
            if purpose == .newFactor {
                guard try await !passwords.isNew(id, at: now, in: transaction) else {
                    throw AccountWorkFault.passwordIsNew
                }
                _ = try await sessions.endAll(of: id, at: now, in: transaction)
            }
            return try await Links.make(
                purpose, for: id, seconds: hours * 3600, by: purpose == .signIn ? nil : hand, under: replacement,
                at: now, in: transaction)
        }
    }

    /// Sets the password of an account. Only for whoever may read the home's keys: an administrator sends a link and
    /// knows no password.
    /// - Throws: `PasswordFault`.
    package func setPassword(_ text: String, of code: AccountCode) async throws {
        let password = try Password(text)
        try refused.check(password, of: code)
        let found = try await network(.manageAccounts) { try await directory.find(code, in: $0) }
        guard let found else { throw AccountWorkFault.unknownAccount(code) }
        let prepared = try await passwords.prepare(password, of: found)
        try await about(code, at: nil, for: .manageAccounts) { _, transaction, _ in
            let hand = try await practice.hand(for: .manageAccounts, in: transaction)
            try await passwords.set(prepared, by: hand, under: replacement, at: now, in: transaction)
        }
    }

    /// Closes an account.
    /// - Parameter dryRun: says what would end, and closes nothing.
    /// - Returns: how many sessions end with it.
    @discardableResult
    package func disable(_ code: AccountCode, at site: SiteCode?, dryRun: Bool = false) async throws -> Int {
        try await about(code, at: site, for: .manageAccounts) { id, transaction, _ in
            let open = try await sessions.list(of: id, at: now, in: transaction).count
            if !dryRun { try await directory.disable(id, at: now, in: transaction) }
            return open
        }
    }

    /// Opens an account again that was closed.
    package func enable(_ code: AccountCode, at site: SiteCode?) async throws {
        try await about(code, at: site, for: .manageAccounts) { id, transaction, _ in
            try await directory.enable(id, at: now, in: transaction)
        }
    }

    /// An account with its grants.
    package func show(_ code: AccountCode, at site: SiteCode?) async throws -> AccountSheet {
        try await about(code, at: site, for: .showAccounts) { id, transaction, session in
            try await sheet(of: id, code, in: transaction, session)
        }
    }

    /// The accounts of a site, or all.
    package func list(at site: SiteCode?) async throws -> [AccountSheet] {
        guard let site else {
            return try await network(.showAccounts) { transaction in
                try await sheets(directory.list(site: nil, in: transaction), in: transaction, nil)
            }
        }
        return try await practice.withSite(site, for: .showAccounts) { session in
            try await sheets(
                directory.list(site: session.site.id, in: session.transaction), in: session.transaction, session)
        }
    }

    /// The open sessions of an account.
    package func sessions(of code: AccountCode, at site: SiteCode?) async throws -> [OpenSession] {
        try await about(code, at: site, for: .showAccounts) { id, transaction, _ in
            try await sessions.list(of: id, at: now, in: transaction)
        }
    }

    /// Ends all sessions of an account.
    /// - Returns: how many there were.
    package func endSessions(of code: AccountCode, at site: SiteCode?) async throws -> Int {
        try await about(code, at: site, for: .manageAccounts) { id, transaction, _ in
            try await sessions.endAll(of: id, at: now, in: transaction)
        }
    }

    /// Makes a token of the API for an account. Whoever makes it holds it first, so it allows nothing that they may not do
    /// themselves; what goes further is the operator's to make.
    /// - Throws: `TokenFault`; ``AccountWorkFault/tokenGoesTooFar(_:)``.
    package func makeToken(
        _ label: AccountCode, for code: AccountCode, actions: Set<Action>, days: Int, at site: SiteCode?
    ) async throws -> InterfaceToken {
        try await about(code, at: site, for: .manageTokens) { id, transaction, session in
            try await check(actions, of: id, in: transaction, session)
            return try await Tokens.make(label, for: id, actions: actions, days: days, at: now, in: transaction)
        }
    }

    /// Refuses a token that would give whoever makes it more than they have: another action, more families or more of what
    /// is kept of them, or another site. What counts is what anybody may by an action, since the account may be granted more.
    private func check(
        _ actions: Set<Action>, of id: AccountID, in transaction: Transaction, _ session: SiteSession?
    ) async throws {
        guard case .account = practice.asker, let session else { return }
        let further = actions.sorted { $0.rawValue < $1.rawValue }.first { action in
            let own = Policy.permit(action, to: practice.asker, at: session.site.id, on: session.today)
            return own?.isAllOfSite != true
        }
        if let further { throw AccountWorkFault.tokenGoesTooFar(further) }
        let grants = try await Grants.of(id, in: transaction)
        guard grants.allSatisfy({ $0.site == session.site.id }) else { throw AccountWorkFault.tokenReachesElsewhere }
    }

    /// The tokens of an account.
    package func tokens(of code: AccountCode, at site: SiteCode?) async throws -> [TokenFacts] {
        try await about(code, at: site, for: .showAccounts) { id, transaction, _ in
            try await Tokens.list(of: id, in: transaction)
        }
    }

    /// Takes a token back.
    package func revokeToken(_ prefix: String, of code: AccountCode, at site: SiteCode?) async throws {
        try await about(code, at: site, for: .manageTokens) { id, transaction, _ in
            guard try await Tokens.revoke(prefix, of: id, at: now, in: transaction) else {
                throw AccountWorkFault.noSuchToken
            }
        }
    }

    private func sheets(
        _ accounts: [AccountFacts], in transaction: Transaction, _ session: SiteSession?
    ) async throws -> [AccountSheet] {
        var sheets: [AccountSheet] = []
        for account in accounts {
            sheets.append(try await sheet(of: account.id, account.code, in: transaction, session))
        }
        return sheets
    }

    private func sheet(
        of id: AccountID, _ code: AccountCode, in transaction: Transaction, _ session: SiteSession?
    ) async throws -> AccountSheet {
        guard let facts = try await directory.facts(of: id, in: transaction) else {
            throw AccountWorkFault.unknownAccount(code)
        }
        let grants = try await Grants.of(id, in: transaction).filter { session == nil || $0.site == session?.site.id }
        return AccountSheet(facts: facts, grants: grants, today: session?.today ?? now.utcDay)
    }
}
