import PrivateCluster
import Testing

struct SimulateCommandTests {
    private static let small = [
        "simulate", "--sites", "2", "--families", "20", "--months", "12", "--until", "2026-01-01",
    ]

    @Test func `a dry run prints the parameters with their sources, and needs and makes nothing`() async throws {
        try await Folder.lend { folder in
            let trial = try await Child.run(Self.small + ["--dry-run", "--home", folder["none"]], in: folder)
            #expect(trial.status == 0)
            #expect(trial.out.hasPrefix("parameter "))
            #expect(trial.out.contains("csi-online.org, MST Outcomes"))
            #expect(trial.out.contains("drawn by assumed weights"))
            #expect(trial.out.contains("Sites 2, families 20, from 2025-01-01 to the day before 2026-01-01, seed 1."))
            #expect(trial.err == "Nothing was made.\n")
            #expect(try folder.names == [".said"])
        }
    }

    @Test func `a home that was not made for it is refused, and stays as it was`() async throws {
        try await Workplace.lend { workplace in
            let refused = try await workplace.run(Self.small)
            #expect(refused.status == 78)
            #expect(refused.err.contains("homeward cluster start --simulated"))
            #expect(refused.out.isEmpty)
            #expect(try await workplace.demand(["site", "list"]).out.isEmpty)
        }
    }

    @Test func `a home for real families cannot be made one for invented ones`() async throws {
        try await Workplace.lend { workplace in
            var words = workplace
            words.environment["HOMEWARD_DATABASE"] = nil
            let refused = try await words.run(["cluster", "start", "--simulated"])
            #expect(refused.status == 78)
            #expect(refused.err.contains("is a home for real families"))
        }
    }

    @Test func `a network is made in a home of its own, once, and is sound`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            try await workplace.demand(["cluster", "start", "--simulated"])
            #expect(try HomeFolder(path: home).marker()?.simulated == true)
            let early = try await workplace.run(Self.small)
            #expect(early.status == 69)
            try await workplace.demand(["migrate"])
            let made = try await workplace.demand(Self.small)
            #expect(made.out.contains("\nMade: sites 2, families 20, episodes "))
            #expect(made.err.isEmpty)
            let verified = try await workplace.demand(["verify"])
            #expect(verified.out.split(separator: "\n").count == 2)
            let again = try await workplace.run(Self.small)
            #expect(again.status == 65)
            #expect(again.err.contains("a simulated network is made once"))
            #expect(again.out.isEmpty)
            try await workplace.demand(["cluster", "start", "--simulated"])
        }
    }

    @Test(arguments: [
        (["--sites", "0", "--families", "5", "--months", "12"], "--sites is 1 to 200, not 0"),
        (["--sites", "1", "--families", "0", "--months", "12"], "--families is 1 to 5000000, not 0"),
        (["--sites", "1", "--families", "5", "--months", "3"], "--months is 6 to 240, not 3"),
        (["--sites", "1", "--families", "5", "--months", "12", "--until", "2200-01-01"], "lies after today"),
        (["--sites", "1", "--families", "5", "--months", "12", "--seed", "-1"], "seed"),
        (["--sites", "1", "--months", "12"], "families"),
    ])
    func `what cannot be asked for is a mistake of usage`(_ words: [String], _ said: String) async throws {
        try await Folder.lend { folder in
            let refused = try await Child.run(["simulate", "--dry-run"] + words, in: folder)
            #expect(refused.status == 64)
            #expect(refused.err.contains(said), "\(refused.err)")
        }
    }
}
