import Glibc
import Testing

struct ImportCommandTests {
    static let words = ["import", "register", "register.csv", "--site", "north"]

    private func lend(_ register: Register, _ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(register.text, to: "register.csv")
            try await body(workplace)
        }
    }

    private var small: Register {
        var register = Register()
        for _ in 0..<5 { register.add("completed", atHome: true, inSchool: true, noArrests: true) }
        return register
    }

    @Test func `importing again changes nothing`() async throws {
        try await lend(small) { workplace in
            try await workplace.demand(Self.words)
            let again = try await workplace.demand(Self.words)
            #expect(again.out.contains("added        0\n"))
            #expect(again.out.contains("unchanged    5\n"))
        }
    }

    @Test func `what a mended file says is corrected, what it leaves out is listed`() async throws {
        try await lend(small) { workplace in
            try await workplace.demand(Self.words)
            var register = small
            register.set("at_home", of: 0, to: "no")
            register.remove(4)
            try workplace.folder.write(register.text, to: "register.csv")
            let again = try await workplace.demand(Self.words)
            #expect(again.out.contains("corrected    1\n"))
            #expect(again.out.contains("unchanged    3\n"))
            #expect(again.out.contains("absent       1\n"))
            #expect(again.out.contains("absent: E5\n"))
        }
    }

    @Test func `a dry run counts, and changes nothing`() async throws {
        try await lend(small) { workplace in
            let trial = try await workplace.demand(Self.words + ["--dry-run"])
            #expect(trial.out.contains("added        5\n"))
            #expect(trial.err.contains("nothing was changed"))
            #expect(try await workplace.episodes() == 0)
        }
    }

    @Test func `a file with a problem changes nothing and names it by line and column`() async throws {
        var register = small
        register.set("closed_on", of: 1, to: "2015-02-30")
        register.set("team", of: 3, to: "nobody")
        try await lend(register) { workplace in
            let imported = try await workplace.run(Self.words)
            #expect(imported.status == 65)
            let lines = imported.err.split(separator: "\n")
            #expect(lines.first?.hasPrefix("register.csv:3: column closed_on: invalid-date: ") == true)
            #expect(lines.dropFirst().first?.hasPrefix("register.csv:5: column team: unknown-team: ") == true)
            #expect(imported.err.contains("problems: 2; nothing was changed"))
            #expect(try await workplace.episodes() == 0)
            #expect(!workplace.folder.has("register.csv.rejected.csv"))
        }
    }

    @Test func `with accept-valid the good rows go in and the others stand in a file with their reasons`() async throws
    {
        var register = small
        register.set("closed_on", of: 1, to: "2015-02-30")
        try await lend(register) { workplace in
            let imported = try await workplace.run(Self.words + ["--accept-valid"])
            #expect(imported.status == 65)
            #expect(imported.out.contains("added        4\n"))
            #expect(try await workplace.episodes() == 4)
            let rejected = try workplace.folder.text(of: "register.csv.rejected.csv")
            #expect(rejected.split(whereSeparator: \.isNewline).count == 2)
            #expect(rejected.contains("E2,"))
            #expect(rejected.contains("invalid-date"))
        }
    }

    @Test func `where the rejected rows cannot be put, none goes in`() async throws {
        var register = small
        register.set("closed_on", of: 1, to: "2015-02-30")
        try await lend(register) { workplace in
            _ = try workplace.folder.make("register.csv.rejected.csv")
            let refused = try await workplace.run(Self.words + ["--accept-valid"])
            #expect(refused.status == 73)
            #expect(refused.err.contains("register.csv.rejected.csv: cannot write the file: Is a directory"))
            #expect(try await workplace.episodes() == 0)
        }
    }

    @Test func `a pipe is read from its first byte`() async throws {
        try await lend(small) { workplace in
            let pipe = workplace.folder["register.pipe"]
            #expect(mkfifo(pipe, 0o600) == 0)
            let text = small.text
            let writer = Task.detached {
                let end = open(pipe, O_WRONLY)
                defer { close(end) }
                return text.withCString { write(end, $0, strlen($0)) }
            }
            try await workplace.demand(["import", "register", "register.pipe", "--site", "north"])
            #expect(await writer.value == text.utf8.count)
            #expect(try await workplace.episodes() == 5)
        }
    }

    @Test func `bytes that are not UTF-8 are named by their line`() async throws {
        try await lend(small) { workplace in
            var bytes = Array(small.text.utf8)
            let place = bytes.firstRange(of: Array("E3".utf8))?.lowerBound ?? 0
            bytes[place] = 0xFF
            try workplace.folder.write(bytes, to: "register.csv")
            let imported = try await workplace.run(Self.words)
            #expect(imported.status == 65)
            #expect(imported.err.contains("register.csv:4: column episode_ref: not-utf-8: "))
            #expect(try await workplace.episodes() == 0)
        }
    }

    @Test func `advisories are counted by code, and listed when asked for`() async throws {
        var register = small
        for row in 0..<3 { register.set("decided_on", of: row, to: "") }
        try await lend(register) { workplace in
            let counted = try await workplace.demand(Self.words + ["--dry-run"])
            #expect(counted.err.contains("register.csv: advisory: decision-day-estimated: 3"))
            let listed = try await workplace.demand(Self.words + ["--dry-run", "--verbose"])
            #expect(listed.err.contains("register.csv:2: column decided_on: advisory: decision-day-estimated: "))
        }
    }

    @Test func `quiet leaves the counts and nothing else`() async throws {
        try await lend(small) { workplace in
            let imported = try await workplace.demand(Self.words + ["--quiet"])
            #expect(imported.err.isEmpty)
            #expect(imported.out.split(separator: "\n").count == 7)
        }
    }

    @Test func `progress is shown to a terminal only`() async throws {
        try await lend(small) { workplace in
            let imported = try await workplace.demand(Self.words)
            #expect(!(imported.err + imported.out).contains("\u{1B}"))
            #expect(!(imported.err + imported.out).contains("\r"))
        }
    }
}
