import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

/// The identity providers of a site. What changes here enters the access log like any change of accounts.
extension AccountWork {
    /// Adds an identity provider to a site.
    /// - Throws: `ProviderFault.codeTaken`; ``PracticeFault``.
    package func addProvider(_ wish: ProviderWish, to site: SiteCode) async throws {
        try await practice.withSite(site, for: .manageAccounts) { session in
            _ = try await providers.add(
                wish, to: session.site.id, by: practice.actor.recordedBy, at: now, in: session.transaction)
        }
    }

    /// Removes an identity provider of a site with its links: nobody signs in with it any more.
    /// - Returns: how many accounts it opened.
    /// - Throws: `ProviderFault.unknown`; ``PracticeFault``.
    @discardableResult
    package func removeProvider(_ code: ProviderCode, of site: SiteCode) async throws -> Int {
        try await practice.withSite(site, for: .manageAccounts) { session in
            let hand = try await practice.hand(for: .manageAccounts, in: session.transaction)
            return try await providers.remove(
                code, of: session.site.id, by: practice.actor.recordedBy, hand: hand, at: now, in: session.transaction)
        }
    }

    /// The identity providers of a site, by code.
    package func listProviders(of site: SiteCode) async throws -> [ProviderDirectory.Entry] {
        try await practice.withSite(site, for: .showAccounts, access: .readOnly) { session in
            try await providers.list(of: session.site.id, in: session.transaction)
        }
    }

    /// Says that a provider of a site means an account by a subject. Where anything opens the account already, it takes two
    /// hands that say the same.
    /// - Parameter proof: as for ``link(_:for:at:hours:proof:)``.
    /// - Returns: whether it is linked now; else another hand has to say the same.
    /// - Throws: `ProviderFault`; ``AccountWorkFault/unknownAccount(_:)`` for an account that has no role at the site.
    package func link(
        _ code: AccountCode, to provider: ProviderCode, as subject: Accounts.Subject, at site: SiteCode,
        proof: String? = nil
    ) async throws -> Bool {
        try await about(code, at: site, for: .manageAccounts) { id, transaction, session in
            guard let session else { return false }
            let hand = try await practice.hand(proving: proof, for: .manageAccounts, in: transaction)
            guard
                try await providers.wish(
                    id, to: provider, as: subject, of: session.site.id, by: hand, at: now, in: transaction)
            else { return false }
            try await providers.link(
                id, to: provider, as: subject, of: session.site.id, by: practice.actor.recordedBy, at: now,
                in: transaction)
            return true
        }
    }

    /// Takes the link between an account and a provider back. Sessions that it opened go on until they are ended.
    /// - Throws: `ProviderFault.notLinked`; ``AccountWorkFault/unknownAccount(_:)``.
    package func unlink(_ code: AccountCode, from provider: ProviderCode, at site: SiteCode) async throws {
        try await about(code, at: site, for: .manageAccounts) { id, transaction, session in
            guard let session else { return }
            let hand = try await practice.hand(for: .manageAccounts, in: transaction)
            let wasLinked = try await providers.unlink(
                id, from: provider, of: session.site.id, by: practice.actor.recordedBy, hand: hand, at: now,
                in: transaction)
            guard wasLinked else { throw ProviderFault.notLinked }
        }
    }
}
