import CivilDate
import Crypto
import EpisodeFixtures
import Intervention
import Postgres
import Testing
import Vault

@testable import EpisodeStore

@Suite struct HashChainTests {
    private let columns = EventColumns(
        site: 3, stream: "episode", id: UUIDBytes(high: 0x0102_0304_0506_0708, low: 0x090A_0B0C_0D0E_0F10), seq: 2,
        kind: "contact-recorded", schemaVersion: 1, occurredOn: CivilDate(dayNumber: 20_000),
        recordedAt: Instant(microseconds: 1_700_000_000_123_456), recordedBy: "T-9", onBehalfOf: nil, model: "mst",
        modelVersion: 1, settingsVersion: 4, payload: Array(#"{"mode":"video"}"#.utf8), previousHash: .zero
    )

    private func hash(_ change: (inout EventColumns) -> Void = { _ in }) -> Digest256 {
        var columns = columns
        change(&columns)
        var hasher = EventHasher()
        return hasher.hash(columns)
    }

    @Test func `the encoding is what its description says`() {
        func number(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
        func part(_ bytes: [UInt8]) -> [UInt8] { number(UInt32(bytes.count)) + bytes }
        func text(_ text: String) -> [UInt8] { part(Array(text.utf8)) }
        let null: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
        let head = part(number(Int32(3))) + text("episode") + part([UInt8](1...16)) + part(number(Int64(2)))
        let middle =
            text("contact-recorded") + part(number(Int16(1))) + part(number(Int32(20_000)))
            + part(number(Int64(1_700_000_000_123_456))) + text("T-9") + null
        let tail =
            text("mst") + part(number(Int32(1))) + part(number(Int32(4))) + text(#"{"mode":"video"}"#)
            + part([UInt8](repeating: 0, count: 32))
        #expect(hash() == Digest256(SHA256.hash(data: head + middle + tail)))
    }

    @Test func `every column is covered`() {
        let changes: [(inout EventColumns) -> Void] = [
            { $0.site = 4 }, { $0.stream = "child" }, { $0.id = UUIDBytes(high: 1, low: 1) }, { $0.seq = 3 },
            { $0.kind = "closed" }, { $0.schemaVersion = 2 }, { $0.occurredOn = CivilDate(dayNumber: 20_001) },
            { $0.recordedAt = Instant(microseconds: 1_700_000_000_123_457) }, { $0.recordedBy = "T-8" },
            { $0.onBehalfOf = "T-7" }, { $0.onBehalfOf = "" }, { $0.model = "mst-can" }, { $0.model = nil },
            { $0.modelVersion = 2 }, { $0.modelVersion = nil }, { $0.settingsVersion = 5 },
            { $0.settingsVersion = nil }, { $0.payload = Array("{}".utf8) },
            { $0.previousHash = Digest256(SHA256.hash(data: [])) },
        ]
        let hashes = changes.map { hash($0) }
        #expect(Set(hashes + [hash()]).count == changes.count + 1)
    }

    @Test func `text cannot move from one column to the next`() {
        let one = hash {
            $0.recordedBy = "AB"
            $0.onBehalfOf = "C"
        }
        let other = hash {
            $0.recordedBy = "A"
            $0.onBehalfOf = "BC"
        }
        #expect(one != other)
    }

    @Test func `each event names the hash of the one before it`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let day = FixtureWorld.today.adding(days: -100)
            try await world.record([FixtureEpisode(from: day, through: day.adding(days: 90))], on: site)
            let chain = try await world.transaction(in: site) { transaction in
                try await transaction.query(
                    """
                    SELECT previous_hash, hash FROM record.event WHERE stream = 'episode' ORDER BY seq
                    """
                ).map { row in try row.decode(Digest256.self, Digest256.self) }
            }
            #expect(chain.count == 4)
            #expect(chain.first?.0 == .zero)
            #expect(zip(chain, chain.dropFirst()).allSatisfy { $0.1 == $1.0 })
            #expect(Set(chain.map(\.1)).count == 4)
        }
    }
}
