import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Intervention
import Postgres
import ScratchPostgres
import Testing
import Vault

/// Sealing: everything once, nothing that may still change, and nothing on top of what is not ours.
@Suite struct SealTests {
    @Test func `looks and events are covered once, and what came later is told as younger`() async throws {
        try await SealWorld.with { seals in
            try await seals.record(3)
            try await seals.look(5)
            guard case .made(let count, let rows, true) = try await seals.seal(rowsAtOnce: 4) else {
                Issue.record("nothing was sealed")
                return
            }
            #expect(count == (rows + 3) / 4)
            #expect(try await seals.seal() == .made(seals: 0, rows: 0, isDone: true))
            try await seals.look(2)
            let report = try await seals.audit()
            #expect(report.isWhole)
            #expect(report.rows == rows)
            #expect(report.seals == count)
            #expect(report.younger == 2)
            #expect(report.unfiled == 0)
        }
    }

    @Test func `while somebody who was at work may still write, nothing is sealed that they may write among`()
        async throws
    {
        try await SealWorld.with { seals in
            let world = seals.world
            try await seals.seal()
            try await seals.look(1)
            try await world.transaction(in: seals.site) { slow in
                try await SealWorld.look(10, seals.site, slow)
                // Others are quicker, and have higher numbers.
                try await seals.look(3)
                let mark = try await world.transaction(in: seals.site) { try await SealMark.take(in: $0) }
                let settled = try await world.transaction(in: seals.site) { try await mark.isSettled(in: $0) }
                #expect(!settled)
                try await SealWorld.look(11, seals.site, slow)
            }
            #expect(try await seals.seal() == .made(seals: 1, rows: 6, isDone: true))
            #expect(try await seals.audit().isWhole)
        }
    }

    @Test func `of two who seal at once one does`() async throws {
        try await SealWorld.with { seals in
            let world = seals.world
            try await seals.seal()
            try await seals.look(4)
            let mark = try await world.transaction(in: seals.site) { try await SealMark.take(in: $0) }
            let sealer = Sealer(of: .site(seals.site.id), key: seals.book.key)
            try await world.transaction(in: seals.site) { first in
                // Nobody else wrote to this site: what the mark covers is there.
                let one = try await sealer.seal(upTo: mark, at: .init(microseconds: 0), in: first)
                let other = try await world.transaction(in: seals.site) {
                    try await sealer.seal(upTo: mark, at: .init(microseconds: 0), in: $0)
                }
                #expect(one == .made(seals: 1, rows: 4, isDone: true))
                #expect(other == .taken)
            }
            let held = try #require(try SealFile.claim(seals.site.code, in: seals.book.folder))
            #expect(try SealFile.claim(seals.site.code, in: seals.book.folder) == nil)
            withExtendedLifetime(held) {}
        }
    }

    @Test func `what was half written to the file when the machine stopped is written again`() async throws {
        try await SealWorld.with { seals in
            try await seals.look(4)
            try await seals.seal(rowsAtOnce: 2)
            let whole = try Data(contentsOf: URL(filePath: seals.path))
            for cut in [1, 100, whole.count - 10] {
                try whole.dropLast(cut).write(to: URL(filePath: seals.path))
                chmod(seals.path, 0o600)
                let report = try await seals.audit()
                #expect(report.isWhole)
                #expect(report.unfiled > 0)
                try await seals.copy()
                #expect(try Data(contentsOf: URL(filePath: seals.path)) == whole)
            }
        }
    }

    @Test func `nothing is sealed on top of seals that this home did not make, or that the file knows otherwise`()
        async throws
    {
        try await SealWorld.with { seals in
            try await seals.look(4)
            try await seals.seal()
            try await seals.look(1)
            let other = SealBook(
                key: try SealKey.createdIfMissing(folder: seals.book.folder), folder: seals.book.folder)
            let stranger = SealWorld(
                world: seals.world, site: seals.site, book: other, stream: seals.stream)
            await #expect(throws: SealFault.otherKey(other.key.id, made: seals.book.key.id)) {
                try await stranger.seal()
            }
            try await seals.seal()
            let target = ConnectionTarget(conninfo: seals.world.database.conninfo())
            try await Connection.withConnection(to: target) { connection in
                try await connection.transaction { transaction in
                    try await transaction.execute("SET LOCAL session_replication_role = replica")
                    try await transaction.execute("DELETE FROM access.seal WHERE number = 2")
                }
            }
            await #expect(throws: SealFault.databaseBehind(path: seals.path, file: 2, database: 1)) {
                try await seals.copy()
            }
        }
    }

    @Test func `a line of the file that is no seal, or that others may write, is refused in one sentence`() async throws
    {
        try await SealWorld.with { seals in
            try await seals.look(1)
            try await seals.seal()
            chmod(seals.path, 0o644)
            await #expect(throws: SealFault.tooOpen(path: seals.path)) { try await seals.audit() }
            chmod(seals.path, 0o600)
            try Data("1 2 3 9999999999999999999999 x y z\n".utf8).write(to: URL(filePath: seals.path))
            chmod(seals.path, 0o600)
            let report = try await seals.audit()
            #expect(report.faults.map(\.kind) == [.line])
            await #expect(throws: SealFault.unreadableLine(path: seals.path, line: 1)) { try await seals.copy() }
        }
    }
}
