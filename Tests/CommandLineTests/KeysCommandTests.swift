import FoundationEssentials
import Glibc
import Testing

/// `homeward keys`, `person` and `search`, as the built program does them.
@Suite struct KeysCommandTests {
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register =
                "episode_ref,team,model,child_ref,therapist,birth_month,sex,referral_source,referred_on,decision,decided_on\n"
            for number in 1...3 {
                register += "E-\(number),mst,mst,C-\(number),t-1,2012-05,M,social-care,2026-03-02,accepted,2026-03-03\n"
            }
            try workplace.folder.write(register, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            for number in 1...3 {
                try workplace.folder.write("name: Ada Invented\(number)\n", to: "p\(number).txt")
                try await workplace.demand(
                    ["person", "record", "--site", "north", "--child", "C-\(number)", "p\(number).txt"])
            }
            try workplace.folder.write("Ann Invented\nann@invented.example\n", to: "owner.txt")
            try await workplace.demand(
                ["account", "create", "ann", "--site", "north", "--role", "administrator", "--owner", "owner.txt"])
            try await body(workplace)
        }
    }

    private func shown(_ workplace: Workplace) async throws -> [String] {
        var names: [String] = []
        for number in 1...3 {
            let out = try await workplace.demand(["person", "show", "--site", "north", "--child", "C-\(number)"]).out
            names.append(String(out.split(separator: "\n").first { $0.hasPrefix("name: ") } ?? ""))
        }
        // What opens accounts is sealed with a key of its own, which is of no site.
        try await workplace.demand(["account", "show", "ann", "--site", "north"])
        return names
    }

    private static let names = ["name: Ada Invented1", "name: Ada Invented2", "name: Ada Invented3"]

    @Test func `a rotation and what follows it lose nothing and leave nothing of the old key`() async throws {
        try await lend { workplace in
            let before = try await workplace.demand(["keys", "status"]).out
            let rotated = try await workplace.demand(["keys", "rotate"]).out
            #expect(rotated.contains("left 0"))
            let status = try await workplace.demand(["keys", "status"]).out
            #expect(
                status.contains(
                    "former master key: \(before.split(separator: "\n")[0].dropFirst("master key: ".count))"))
            let sealed = try await workplace.demand(["keys", "reencrypt"]).out
            #expect(sealed.contains("left: 0"))
            #expect(sealed.contains("destroyed the former master key"))
            #expect(try await !workplace.demand(["keys", "status"]).out.contains("former"))
            #expect(try await shown(workplace) == Self.names)
            #expect(try await workplace.demand(["verify"]).out.contains("sound"))
            // What was imported is still known: the same file changes nothing.
            let again = try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            let unchanged = again.out.split(separator: "\n").first { $0.hasPrefix("unchanged") }
            #expect(unchanged?.hasSuffix(" 3") == true)
        }
    }

    @Test func `rotations that are killed at any moment end with one key and nothing unreadable`() async throws {
        try await lend { workplace in
            let drills = ProcessInfo.processInfo.environment["HOMEWARD_KEY_KILLS"].flatMap(Int.init) ?? 8
            for number in 0..<drills {
                let word = number.isMultiple(of: 3) ? "reencrypt" : "rotate"
                let child = try workplace.start(["keys", word])
                child.signal(SIGKILL, after: Double.random(in: 0.01...0.25))
                _ = try await child.outcome()
                #expect(try await shown(workplace) == Self.names)
            }
            // The first finishes what was begun, the second puts a key of its own in force.
            try await workplace.demand(["keys", "rotate"])
            try await workplace.demand(["keys", "rotate"])
            try await workplace.demand(["keys", "reencrypt"])
            let status = try await workplace.demand(["keys", "status"]).out
            #expect(!status.contains("former"))
            #expect(status.contains("rows without a key of their own: 0"))
            #expect(try await shown(workplace) == Self.names)
            #expect(try await workplace.demand(["verify"]).out.contains("sound"))
        }
    }

    @Test func `a backup brings back what was lost`() async throws {
        try await lend { workplace in
            let said = try await workplace.demand(["keys", "backup", "--to", workplace.folder["backups"]]).out
            let folder = String(try #require(said.split(separator: ":").first))
            let people = workplace.folder["home/keys/people"]
            for name in try FileManager.default.contentsOfDirectory(atPath: people) { unlink("\(people)/\(name)") }
            let lost = try await workplace.run(["person", "show", "--site", "north", "--child", "C-1"])
            #expect(lost.status == 78)
            #expect(!lost.err.contains("Ada"))
            try await workplace.demand(["keys", "restore", "--from", folder])
            #expect(try await shown(workplace) == Self.names)
            let nothing = try await workplace.run(["keys", "restore", "--from", workplace.folder["nowhere"]])
            #expect(nothing.status == 78)
        }
    }

    @Test func `77: key files that the account may not read`() async throws {
        try await lend { workplace in
            // As `nobody` everything on the way to the keys must be open, and the keys must not.
            for place in ["", "home"] { chmod(workplace.folder[place], 0o755) }
            let path = workplace.folder["home/keys/master.key"]
            chmod(path, 0)
            let outcome = try await Child.run(
                ["keys", "backup", "--to", "backups"], in: workplace.folder, environment: workplace.environment,
                isOrdinary: true)
            #expect(outcome.status == 77)
            #expect(outcome.err.contains("\(path): the account that runs this may not read or change it"))
            #expect(outcome.err.split(separator: "\n").count == 1)
        }
    }

    @Test func `77: a key store that others may look into`() async throws {
        try await lend { workplace in
            for (place, mode): (String, mode_t) in [("home/keys/people", 0o700), ("home/keys/people/sites", 0o600)] {
                let path = workplace.folder[place]
                chmod(path, 0o755)
                let outcome = try await workplace.run(["site", "list"])
                #expect(outcome.status == 77)
                #expect(outcome.err.contains(path))
                chmod(path, mode)
            }
            try await workplace.demand(["site", "list"])
        }
    }

    @Test func `a search reads its words from standard input, and no argument has a place for them`() async throws {
        try await lend { workplace in
            // Standard input is empty here, as it is for a service without a terminal.
            #expect(try await workplace.run(["search", "--site", "north"]).status == 66)
            #expect(try await workplace.run(["search", "--site", "north", "Ada"]).status == 64)
            #expect(try await workplace.run(["person", "record", "--site", "north", "--name", "Ada"]).status == 64)
            let bad = try workplace.folder.write("name: Ada\nnhs-number: 943 476 5918\n", to: "bad.txt")
            let refused = try await workplace.run(["person", "record", "--site", "north", "--child", "C-1", bad])
            #expect(refused.status == 65)
            #expect(refused.err.contains("nhs-number: its last digit"))
            #expect(!refused.err.contains("943"))
            let unknown = try await workplace.run(["person", "show", "--site", "north", "--child", "C-99"])
            #expect(unknown.status == 65)
        }
    }
}
