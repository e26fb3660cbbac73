import Accounts
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import OpenID
import Postgres
import ScratchPostgres
import Sites
import Testing

@testable import Web

extension WebWorld {
    private func inNorth(_ body: (ProviderDirectory, SiteID, Transaction) async throws -> Void) async throws {
        let directory = ProviderDirectory(vault: fixtures.vault)
        let code = try #require(SiteCode("north"))
        try await fixtures.pool.withConnection { connection in
            let site = try #require(try await SiteDirectory.find(code, over: connection))
            try await connection.transaction(scope: SessionScope(settings: [("homeward.site", String(site.number))])) {
                transaction in
                try await body(directory, site, transaction)
            }
        }
    }

    private var boss: StaffCode {
        get throws { try #require(StaffCode("boss")) }
    }

    /// Makes a provider known at the first site.
    func provider(_ text: String, _ address: String) async throws {
        let code = try #require(ProviderCode(text))
        let issuer = try #require(Issuer(text: address, clientID: "homeward"))
        let (actor, now) = (try boss, fixtures.clock.shown)
        try await inNorth { directory, site, transaction in
            _ = try await directory.add(
                ProviderWish(code, issuer, secret: ClientSecret("s3cret")), to: site, by: actor, at: now,
                in: transaction)
        }
    }

    func removeProvider(_ text: String) async throws {
        let code = try #require(ProviderCode(text))
        let (actor, now) = (try boss, fixtures.clock.shown)
        try await inNorth { directory, site, transaction in
            try await directory.remove(code, of: site, by: actor, at: now, in: transaction)
        }
    }

    /// Says whom a provider means by a subject.
    func link(_ account: AccountID, _ provider: String, _ subject: String) async throws {
        let code = try #require(ProviderCode(provider))
        let subject = try #require(Subject(subject))
        let (actor, now) = (try boss, fixtures.clock.shown)
        try await inNorth { directory, site, transaction in
            try await directory.link(account, to: code, as: subject, of: site, by: actor, at: now, in: transaction)
        }
    }

    /// All that is kept of providers, as text.
    func providerRows() async throws -> String {
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            try await connection.query(
                """
                SELECT 'provider ' || t::text FROM access.provider AS t
                UNION ALL SELECT 'link ' || t::text FROM access.provider_link AS t
                UNION ALL SELECT 'away ' || t::text FROM door.provider_sign_in AS t
                """
            ).column(0, as: String.self)
        }.joined(separator: "\n")
    }
}
