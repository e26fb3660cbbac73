import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import Postgres
import Testing
import Vault

/// A site with looks and events, or the network with looks at its figures; a key that nothing else has, and a folder of
/// seals outside the database.
struct SealWorld: Sendable {
    let world: FixtureWorld
    let site: FixtureSite
    let book: SealBook
    /// What is sealed and checked.
    let stream: SealStream

    /// Lends a world and takes it down afterwards.
    static func with<Result: Sendable>(
        ofNetwork: Bool = false, _ body: (SealWorld) async throws -> Result
    ) async throws -> Result {
        let home = FileManager.default.temporaryDirectory.path + "/seals-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: home) }
        let key = try SealKey.createdIfMissing(folder: home + "/keys")
        return try await FixtureWorld.with { world in
            let site = try await world.site()
            let book = SealBook(key: key, folder: home + "/seals")
            let stream: SealStream = ofNetwork ? .network : .site(site.id)
            return try await body(SealWorld(world: world, site: site, book: book, stream: stream))
        }
    }

    /// Writes looks, each of its own transaction.
    func look(_ count: Int) async throws {
        for number in 0..<count {
            try await world.transaction(in: site) { try await look(number, in: $0) }
        }
    }

    private func look(_ number: Int, in transaction: Transaction) async throws {
        guard stream == .network else { return try await SealWorld.look(number, site, transaction) }
        try await LookBook.write(
            ofNetwork: [Look(.networkReport, at: .site, as: .programme, rows: number)], by: .operator,
            at: Instant(microseconds: Int64(number)), in: transaction)
    }

    /// Writes a look that is under way at once, and not only with the commit.
    static func look(_ number: Int, _ site: FixtureSite, _ transaction: Transaction) async throws {
        let episode = EpisodeID(high: 9, low: UInt64(number))
        try LookBook.write(
            [Look(.showEpisode, at: .episode(episode), as: .programme, rows: number)], by: .programme,
            at: Instant(microseconds: Int64(number)), site: site.id, in: transaction)
        // What is postponed travels with the next statement.
        try await transaction.execute("SELECT")
    }

    /// Records episodes, with some events each.
    func record(_ count: Int) async throws {
        let episodes = (0..<count).map { number in
            FixtureEpisode(from: FixtureWorld.today.adding(days: -200 - number), through: FixtureWorld.today)
        }
        try await world.record(episodes, on: site)
    }

    /// Seals what is new, and copies the seals to the file.
    @discardableResult
    func seal(rowsAtOnce: Int = 4096) async throws -> Sealer.Turn {
        let mark = try await world.transaction(in: site) { try await SealMark.take(in: $0) }
        // Other tests are at work on the same server.
        while try await !world.transaction(in: site, { try await mark.isSettled(in: $0) }) { await Task.yield() }
        return try await seal(upTo: mark, rowsAtOnce: rowsAtOnce)
    }

    func seal(upTo mark: SealMark, rowsAtOnce: Int = 4096) async throws -> Sealer.Turn {
        let sealer = Sealer(of: stream, key: book.key, rowsAtOnce: rowsAtOnce)
        let instant = world.clock.shown
        let turn = try await world.transaction(in: site) { try await sealer.seal(upTo: mark, at: instant, in: $0) }
        try await copy()
        return turn
    }

    func copy() async throws {
        let sealer = Sealer(of: stream, key: book.key)
        let file = try #require(try SealFile.claim(stream == .network ? nil : site.code, in: book.folder))
        _ = try await world.transaction(in: site) { try await book.copy(sealer, to: file, in: $0) }
    }

    /// Where the file of seals is.
    var path: String { "\(book.folder)/\(stream == .network ? "_network" : site.code.text).log" }

    /// Checks what is sealed.
    func audit(withFile: Bool = true, in transaction: Transaction) async throws -> AuditReport {
        let file = withFile ? try SealFile.open(stream == .network ? nil : site.code, in: book.folder) : nil
        return try await SealCheck(of: stream, key: book.key, rowsAtOnce: 64).run(against: file, in: transaction)
    }

    func audit(withFile: Bool = true) async throws -> AuditReport {
        try await world.pool.transaction(scope: site.scope, isolation: .repeatableRead, access: .readOnly) {
            try await audit(withFile: withFile, in: $0)
        }
    }
}
