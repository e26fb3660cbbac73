import Bootstrap
import Testing

struct SettingsTableTests {
    @Test func `every key has one row`() {
        #expect(SettingsTable.all.map(\.key) == SettingKey.allCases)
    }

    @Test(arguments: SettingsTable.all)
    func `the settings file names every setting with its default and variable`(_ row: SettingDefinition) throws {
        let text = try repository.text(of: "config/homeward.yaml")
        let name = row.key.rawValue.split(separator: ".").last ?? ""
        #expect(text.contains("# \(name):\(row.standard.map { " \($0)" } ?? "")\n"))
        #expect(text.contains(row.meaning))
        #expect(text.contains("; \(row.key.environmentVariable)"))
    }

    @Test func `the settings file names no other setting`() throws {
        let lines = try repository.text(of: "config/homeward.yaml").split(separator: "\n").map(String.init)
        var section = ""
        var names: [String] = []
        for line in lines {
            if line.hasSuffix(":"), !line.contains("#") { section = String(line.dropLast()) }
            // A setting is commented out as it would stand: `# name: value`, and nothing else in the line.
            let words = line.trimmingPrefix { $0 == " " }.dropFirst(2).split(separator: " ", maxSplits: 1)
            guard line.contains("# "), let name = words.first, name.hasSuffix(":"), name.first?.isLowercase == true
            else { continue }
            names.append((line.hasPrefix(" ") ? "\(section)." : "") + name.dropLast())
        }
        #expect(names == SettingKey.allCases.map(\.rawValue))
    }

    @Test func `the README has a row for every setting and no other`() throws {
        let readme = try repository.text(of: "README.md")
        let rows = readme.split(separator: "\n").map(String.init).filter { $0.contains("| `HOMEWARD_") }
        let expected = SettingsTable.all.map { row in
            let standard = row.standard.map { "`\($0)`" } ?? "none"
            return "| `\(row.key.rawValue)` | \(row.kind.name) | \(standard) | \(row.kind.range) | "
                + "\(row.isSecret ? "yes" : "no") | `\(row.key.environmentVariable)` | \(row.meaning) |"
        }
        #expect(rows == expected)
    }

    @Test func `the settings file as it is delivered changes nothing`() async throws {
        try await Folder.lend { folder in
            let check = try await Child.run(
                ["config", "show", "--origin", "--config", repository["config/homeward.yaml"]], in: folder)
            #expect(check.status == 0)
            #expect(check.out.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix("default") })
        }
    }

    @Test func `secrets are masked wherever they come from`() async throws {
        try await Folder.lend { folder in
            let secret = "postgresql://someone:hush-hush@db.example/x"
            let file = try folder.write("database: \(secret)\n", to: "settings.yaml")
            let environment = ["HOMEWARD_DATABASE": secret]
            for words in [["--database", secret], ["--config", file], []] {
                let variables = words.isEmpty ? environment : [:]
                let shown = try await Child.run(
                    ["config", "show", "--origin"] + words, in: folder, environment: variables)
                #expect(shown.out.contains("****"))
                #expect(!(shown.out + shown.err).contains("hush"))
            }
        }
    }
}
