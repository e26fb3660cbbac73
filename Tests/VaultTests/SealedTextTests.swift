import Intervention
import Postgres
import Testing
import Vault

@Suite struct SealedTextTests {
    private func withBench(_ body: (VaultBench) async throws -> Void) async throws {
        try await VaultBench.with(KeyFolder.vault(), body)
    }

    private let id = NarrativeID(high: 1, low: 2)

    @Test func `a text is kept sealed and read again`() async throws {
        try await withBench { bench in
            let kept = try await bench.under(bench.here) { transaction in
                try await bench.vault.write(narrative: "Grüße an Zoë", id: id, site: bench.here, in: transaction)
            }
            let text = try await bench.under(bench.here) { transaction in
                try await bench.vault.read(kept, site: bench.here, in: transaction)
            }
            #expect(text == "Grüße an Zoë")
            let sealed = try await bench.under(bench.here) { transaction in
                try await transaction.query("SELECT sealed FROM narrative.text").column(0, as: [UInt8].self)
            }
            #expect(sealed.count == 1)
            #expect(!String(decoding: sealed.joined(), as: UTF8.self).contains("Zo"))
        }
    }

    @Test func `an erased text is gone with its salt`() async throws {
        try await withBench { bench in
            let kept = try await bench.under(bench.here) { transaction in
                try await bench.vault.write(narrative: "a text", id: id, site: bench.here, in: transaction)
            }
            let (text, rows) = try await bench.under(bench.here) { transaction in
                try await bench.vault.erase(narrative: id, site: bench.here, in: transaction)
                return (
                    try await bench.vault.read(kept, site: bench.here, in: transaction),
                    try await transaction.query("SELECT 1 FROM narrative.text WHERE salt IS NULL AND sealed IS NULL")
                        .count
                )
            }
            #expect(text == nil)
            #expect(rows == 1)
        }
    }

    @Test func `another text in its place is noticed`() async throws {
        try await withBench { bench in
            await #expect(throws: VaultFault.self) {
                try await bench.under(bench.here) { transaction in
                    let kept = try await bench.vault.write(
                        narrative: "what was said", id: id, site: bench.here, in: transaction
                    )
                    let other = try bench.vault.seal(
                        Array("what was not".utf8), site: bench.here, purpose: .narrative,
                        row: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]
                    )
                    try await transaction.execute("UPDATE narrative.text SET sealed = \(other.bytes)")
                    _ = try await bench.vault.read(kept, site: bench.here, in: transaction)
                }
            }
        }
    }

    @Test func `a text of another site cannot be read or erased`() async throws {
        try await withBench { bench in
            let kept = try await bench.under(bench.here) { transaction in
                try await bench.vault.write(narrative: "a text", id: id, site: bench.here, in: transaction)
            }
            await #expect(throws: VaultFault.self) {
                try await bench.under(bench.elsewhere) { transaction in
                    _ = try await bench.vault.read(kept, site: bench.here, in: transaction)
                }
            }
            await #expect(throws: VaultFault.self) {
                try await bench.under(bench.elsewhere) { transaction in
                    try await bench.vault.erase(narrative: id, site: bench.here, in: transaction)
                }
            }
        }
    }
}
