import Testing

struct DeclaredModelCommandTests {
    /// A folder with files in `config/models`, each made from the built-in one by a replacement.
    private func lend(
        _ files: [(name: String, old: String, new: String)], _ body: (Folder) async throws -> Void
    ) async throws {
        try await Folder.lend { folder in
            let models = try folder.make("config/models")
            let text = try repository.text(of: "config/models/mst-e.yaml")
            for file in files {
                guard text.contains(file.old) else { throw TestTrouble("the file has no '\(file.old)'") }
                try models.write(text.replacing(file.old, with: file.new, maxReplacements: 1), to: file.name)
            }
            try await body(folder)
        }
    }

    @Test func `a folder adds its models to those of the program, and the same file twice is one model`() async throws {
        try await lend([("mst-e.yaml", "x", "x"), ("twin.yaml", "id: mst-e\n", "id: mst-twin\n")]) { folder in
            let list = try await Child.run(["model", "list"], in: folder)
            #expect(list.status == 0, "\(list.err)")
            let ids = list.out.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").first }
            #expect(ids == ["mst", "mst-can", "mst-fit", "mst-e", "mst-psb", "mst-twin"])
            let check = try await Child.run(["model", "check", "mst-twin"], in: folder)
            #expect(check.out == "mst-twin version 1: keeps the laws\n")
            let shown = try await Child.run(["model", "show", "mst-twin"], in: folder)
            #expect(shown.out.hasPrefix("MST for child exploitation (mst-twin, version 1)\n"))
        }
    }

    @Test func `other content under the same version is refused by every command that needs models`() async throws {
        try await lend([("mst-e.yaml", "standard: 28", "standard: 35")]) { folder in
            for words in [["model", "list"], ["model", "check"], ["codes"]] {
                let refused = try await Child.run(words, in: folder)
                #expect(refused.status == 78)
                let lines = refused.err.split(separator: "\n").map(String.init)
                #expect(
                    lines.first
                        == "homeward: config/models/mst-e.yaml: mst-e version 1 is built-in mst-e.yaml already, with "
                        + "other content; a version never changes, so give this one the next version")
                #expect(lines.dropFirst().first?.hasPrefix("  config/models/mst-e.yaml: SHA-256 ") == true)
                #expect(lines.dropFirst(2).first?.hasPrefix("  built-in mst-e.yaml: SHA-256 ") == true)
                #expect(refused.out.isEmpty)
            }
        }
    }

    @Test func `a file with mistakes stops the start with all of them, each in its place`() async throws {
        try await lend([("own.yaml", "version: 1\ntitle", "version: one\nttile")]) { folder in
            let refused = try await Child.run(["model", "check"], in: folder)
            #expect(refused.status == 78)
            #expect(refused.err.contains("config/models/own.yaml: line 3, column 10: 'one' is no whole number"))
            #expect(
                refused.err.contains("config/models/own.yaml: line 4, column 1: there is no key 'ttile' in a model"))
        }
    }

    @Test func `a model that breaks a law stops the start with the law and the offending name`() async throws {
        try await lend([("own.yaml", "id: mst-e\nversion: 1", "id: mst-own\nversion: 0")]) { folder in
            for words in [["model", "list"], ["codes"]] {
                let refused = try await Child.run(words, in: folder)
                #expect(refused.status == 78)
                #expect(
                    refused.err.contains(
                        "config/models/own.yaml: line 1, column 1: '0' breaks the law that versions"))
            }
        }
    }

    @Test func `model check of a file says every mistake with its place, and of a right one that it keeps the laws`()
        async throws
    {
        try await lend([]) { folder in
            let text = try repository.text(of: "config/models/mst-e.yaml").replacing("id: mst-e\n", with: "id: own\n")
            try folder.write(text, to: "own.yaml")
            let right = try await Child.run(["model", "check", "own.yaml"], in: folder)
            #expect(right.out == "own version 1: keeps the laws\n", "\(right.err)")
            let broken = text.replacing("version: 1", with: "version: one").replacing(
                "fact: police-liaison", with: "fact: x")
            try folder.write(broken, to: "own.yaml")
            let wrong = try await Child.run(["model", "check", "own.yaml"], in: folder)
            #expect(wrong.status == 65)
            #expect(wrong.err.contains("own.yaml: line 3, column 10: 'one' is no whole number"))
            #expect(wrong.err.contains("there is no fact 'x'"))
            try folder.write(text.replacing("id: own\n", with: "id: mst-e\n") + "# more\n", to: "own.yaml")
            let taken = try await Child.run(["model", "check", "own.yaml"], in: folder)
            #expect(taken.status == 65)
            #expect(taken.err.contains("own.yaml: mst-e version 1 is built-in mst-e.yaml already, with other content"))
        }
    }

    @Test func `model show says which site set a parameter to what, and from when`() async throws {
        try await Workplace.lend { workplace in
            let text =
                "code: east\nname: Invented East\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
                + "  - {code: e, model: mst-e, startedOn: 2020-01-06}\nsettings:\n"
                + "  - {model: mst-e, key: caseload-most, value: 5, from: 2021-04-01, reason: Long ways}\n"
            try workplace.folder.write(text, to: "east.yaml")
            try await workplace.demand(["site", "apply", "east.yaml"])
            let shown = try await workplace.demand(["model", "show", "mst-e"])
            #expect(shown.out.contains("    site east: 5 families from 2021-04-01: Long ways\n"))
            let other = try await workplace.run(["model", "show", "mst-e", "--site", "west"])
            #expect(other.status == 65)
            #expect(other.err.contains("there is no site west"))
            let without = try await Child.run(["model", "show", "mst-e"], in: workplace.folder)
            #expect(without.status == 0)
            #expect(!without.out.contains("site east"))
        }
    }

    @Test func `a site can have a team of a declared model and screen for it`() async throws {
        try await Workplace.lend { workplace in
            let text =
                "code: east\nname: Invented East\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
                + "  - {code: e, model: mst-e, startedOn: 2020-01-06}\n"
            try workplace.folder.write(text, to: "east.yaml")
            try await workplace.demand(["site", "apply", "east.yaml"])
            let words = ["screen", "--site", "east", "--born", "2013-03", "--on", "2026-06-15"]
            let screened = try await workplace.demand(words + ["--answer", "exploitation-disclosed=yes"])
            #expect(screened.out.hasPrefix("MST for child exploitation (mst-e): needs-advice\n"))
            #expect(screened.out.contains("  eligible: exploitation-disclosed: "))
        }
    }
}
