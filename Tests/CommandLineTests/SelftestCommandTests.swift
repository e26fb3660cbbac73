import FoundationEssentials
import Glibc
import Testing

/// What an installed program shows of its nights by itself, for the machine's root and for anybody else.
struct SelftestCommandTests {
    @Test func `the self-test of an outage finds every date, and leaves nothing behind`() async throws {
        try await Folder.lend { folder in
            let place = try folder.make("short-lived")
            let outcome = try await Child.run(
                ["selftest", "jobs", "--catch-up"], in: folder, environment: ["TMPDIR": place.path])
            #expect(outcome.status == 0, "\(outcome.err)")
            let lines = outcome.out.split(separator: "\n")
            #expect(lines.count == 4 && lines.allSatisfy { $0.hasSuffix("as it should be") }, "\(outcome.out)")
            #expect(lines[0].contains("400 done, 0 left out"))
            #expect(lines[1].contains("101 done, 299 left out"))
            #expect(try place.names.isEmpty)
        }
    }

    @Test func `the self-test of the clock changes does each night once, for the years that are asked for`()
        async throws
    {
        try await Folder.lend { folder in
            let place = try folder.make("short-lived")
            let outcome = try await Child.run(
                ["selftest", "jobs", "--clock-change", "--years", "2024-2025"], in: folder,
                environment: ["TMPDIR": place.path])
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(
                outcome.out == "clock-change: Europe/London, 4 nights of 2024 to 2025, sites at 00:30, 01:00, 01:30, "
                    + "02:00, 02:30: 20 occurrences tried, each done exactly once\n")
            #expect(try place.names.isEmpty)
        }
    }

    @Test(arguments: ["2025-2024", "2024", "1900-2040", "2024-2025-2026"])
    func `years that cannot be are refused with those that can`(_ years: String) async throws {
        try await Folder.lend { folder in
            let refused = try await Child.run(["selftest", "jobs", "--clock-change", "--years", years], in: folder)
            #expect(refused.status == 64)
            #expect(refused.err.contains("'\(years)' are no years"), "\(refused.err)")
        }
    }

    @Test func `an account that is not root tries both`() async throws {
        try await Folder.lend { folder in
            let place = try folder.make("short-lived")
            if geteuid() == 0 { try #require(chmod(place.path, 0o777) == 0 && chmod(folder.path, 0o755) == 0) }
            let outcome = try await Child.run(
                ["selftest", "jobs", "--clock-change", "--catch-up", "--years", "2026-2026"], in: folder,
                environment: ["TMPDIR": place.path], isOrdinary: true)
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("10 occurrences tried, each done exactly once"))
            #expect(outcome.out.split(separator: "\n").count { $0.hasSuffix("as it should be") } == 4, "\(outcome.out)")
            #expect(try place.names.isEmpty)
        }
    }
}
