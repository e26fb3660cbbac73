import Accounts
import EpisodeFixtures
import Foundation
import Intervention
import Postgres
import RandomHistories
import ScratchPostgres
import Testing

/// A drill against somebody who may do everything in the database: each act is found, and the lowest row named.
///
/// `HOMEWARD_TAMPERINGS` says how many of each there are; twenty without it.
@Suite struct SealTamperingTests {
    private static let count = ProcessInfo.processInfo.environment["HOMEWARD_TAMPERINGS"].flatMap { Int($0) } ?? 20

    private struct Undone: Error {
        let report: AuditReport
        let expected: (kind: AuditFault.Kind, arrival: Int64)
    }

    @Test(arguments: SealTampering.Act.allCases, [false, true])
    func `each random tampering with what is sealed is found and the lowest row named`(
        act: SealTampering.Act, ofNetwork: Bool
    ) async throws {
        try await drill(act, ofNetwork: ofNetwork, withFile: true)
    }

    @Test(arguments: [SealTampering.Act.update, .delete, .insert, .swap, .redate], [false, true])
    func `it is found without the file, too, by whoever has the key`(
        act: SealTampering.Act, ofNetwork: Bool
    ) async throws {
        try await drill(act, ofNetwork: ofNetwork, withFile: false)
    }

    @Test(arguments: [false, true])
    func `seals that were made to fit without the key are found even when the file is gone`(
        ofNetwork: Bool
    ) async throws {
        try await withRecord(ofNetwork: ofNetwork) { seals, tampering in
            var random = SplitMix64(seed: 3)
            for _ in 0..<5 {
                let undone = try await attempt(.rechain, seals, tampering, withFile: false, using: &random)
                #expect(undone.report.lowest?.kind == .unproved)
                #expect(try #require(undone.report.lowest?.arrival).number <= undone.expected.arrival)
            }
        }
    }

    private func drill(_ act: SealTampering.Act, ofNetwork: Bool, withFile: Bool) async throws {
        let seed = UInt64.random(in: .min ... .max)
        try await withRecord(ofNetwork: ofNetwork) { seals, tampering in
            var random = SplitMix64(seed: seed)
            for number in 0..<Self.count {
                let undone = try await attempt(act, seals, tampering, withFile: withFile, using: &random)
                let (lowest, expected) = (undone.report.lowest, undone.expected)
                let place = "\(act), number \(number) of seed \(seed)"
                #expect(lowest?.kind == expected.kind && lowest?.arrival.number == expected.arrival, "\(place)")
                guard lowest?.arrival.number == expected.arrival else { return }
            }
            #expect(try await seals.audit(withFile: withFile).isWhole)
        }
    }

    /// Looks and events in turn under many small seals.
    private func withRecord(
        ofNetwork: Bool, _ body: (SealWorld, SealTampering) async throws -> Void
    ) async throws {
        try await SealWorld.with(ofNetwork: ofNetwork) { seals in
            for _ in 0..<6 {
                if !ofNetwork { try await seals.record(2) }
                try await seals.look(ofNetwork ? 12 : 6)
                try await seals.seal(rowsAtOnce: 5)
            }
            try await body(seals, try await SealTampering(of: seals))
        }
    }

    /// Does something with all triggers and rules off, and checks; nothing of it stays.
    private func attempt(
        _ act: SealTampering.Act, _ seals: SealWorld, _ tampering: SealTampering, withFile: Bool,
        using random: inout SplitMix64
    ) async throws -> Undone {
        let target = ConnectionTarget(conninfo: seals.world.database.conninfo())
        do {
            try await Connection.withConnection(to: target) { connection in
                try await connection.transaction(scope: seals.site.scope, isolation: .repeatableRead) { transaction in
                    try await transaction.execute("SET LOCAL session_replication_role = replica")
                    let expected = try await tampering.act(act, in: transaction, using: &random)
                    throw Undone(report: try await seals.audit(withFile: withFile, in: transaction), expected: expected)
                }
            }
        } catch let undone as Undone {
            return undone
        }
        throw FixtureFault.missing("a report")
    }
}
