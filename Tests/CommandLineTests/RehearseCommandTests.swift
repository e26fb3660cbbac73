import FoundationEssentials
import Testing

struct RehearseCommandTests {
    @Test func `a rehearsal says what was planted, found, missed and false, and leaves nothing behind`() async throws {
        try await Folder.lend { folder in
            let place = try folder.make("short-lived")
            let outcome = try await Child.run(
                ["rehearse", "--seed", "4", "--families", "480"], in: folder, environment: ["TMPDIR": place.path])
            #expect(outcome.status == 0, "\(outcome.err)")
            let lines = outcome.out.split(separator: "\n")
            #expect(lines.first?.hasPrefix("24 sites with 480 families, seed 4; closures of mst from ") == true)
            for effect in ["true outlier, below", "true outlier, above", "missing data"] {
                #expect(lines.contains { $0.contains(effect) && $0.hasSuffix("%") })
            }
            #expect(lines.contains { $0.hasPrefix("planted 4, found ") })
            #expect(lines.last?.contains("So many or more: ") == true)
            #expect(try place.names.isEmpty)
        }
    }

    @Test func `a series of counts needs no database and says whether rates are as they must be`() async throws {
        try await Folder.lend { folder in
            let outcome = try await Child.run(["rehearse", "--seed", "4", "--seeds", "20"], in: folder)
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.hasPrefix("20 networks of 24 sites, counts only\n"))
            #expect(outcome.out.split(separator: "\n").count { $0.hasSuffix("within") } == 6)
            #expect(try folder.names == [".said"])
        }
    }

    @Test func `no networks are refused`() async throws {
        try await Folder.lend { folder in
            let refused = try await Child.run(["rehearse", "--seeds", "0"], in: folder)
            #expect(refused.status == 64)
            #expect(refused.err.contains("--seeds is 1 to 10000, not 0"))
        }
    }
}
