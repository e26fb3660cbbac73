import FoundationEssentials
import Testing

struct HelpTests {
    /// A command as the program itself describes it.
    struct Description: Decodable, Sendable {
        struct Tool: Decodable { let command: Description }
        let commandName: String
        let superCommands: [String]?
        let abstract: String?
        let discussion: String?
        let subcommands: [Description]?

        /// The command and all beneath it; the parser's own `help` left out.
        var all: [Description] {
            [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all)
        }
        var words: [String] { ((superCommands ?? []) + [commandName]).dropFirst().map { $0 } }
    }

    private func commands() async throws -> [Description] {
        try await Folder.lend { folder in
            let dump = try await Child.run(["--experimental-dump-help"], in: folder)
            return try JSONDecoder().decode(Description.Tool.self, from: Data(dump.out.utf8)).command.all
        }
    }

    @Test func `every command says what it does and gives two examples of itself`() async throws {
        let commands = try await commands()
        #expect(commands.count > 20)
        for command in commands {
            #expect(command.abstract?.isEmpty == false, "\(command.words)")
            let lines = (command.discussion ?? "").split(separator: "\n").filter { $0.hasPrefix("  homeward") }
            #expect(lines.count == 2, "\(command.words)")
            if command.words.isEmpty { continue }
            for line in lines {
                #expect(line.contains("homeward " + command.words.joined(separator: " ")), "\(command.words)")
            }
        }
    }

    @Test func `every command prints its help on standard output`() async throws {
        for command in try await commands() {
            try await Folder.lend { folder in
                let help = try await Child.run(command.words + ["--help"], in: folder)
                #expect(help.status == 0)
                #expect(help.err.isEmpty)
                #expect(help.out.contains("USAGE: homeward \(command.words.joined(separator: " "))"))
                #expect(try folder.names == [".said"])
            }
        }
    }

    @Test func `every command of the README exists`() async throws {
        let known = try await commands().map { $0.words }
        let readme = try repository.text(of: "README.md")
        let lines = readme.split(separator: "\n").map { $0.trimmingPrefix("    $ ") }.filter {
            $0.hasPrefix("homeward ")
        }
        #expect(lines.count > 5)
        for line in lines {
            let words = line.split(separator: " ").dropFirst().map(String.init)
            #expect(words[0].hasPrefix("-") || known.contains { words.starts(with: $0) && !$0.isEmpty }, "\(line)")
        }
    }

    @Test func `the version is one line`() async throws {
        try await Folder.lend { folder in
            let version = try await Child.run(["--version"], in: folder)
            #expect(version.status == 0)
            #expect(version.out.hasPrefix("homeward "))
            #expect(version.out.split(separator: "\n").count == 1)
        }
    }
}
