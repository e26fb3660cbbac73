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
                #expect(
                    refused.err
                        == "homeward: config/models/mst-e.yaml: mst-e version 1 is built-in mst-e.yaml already, with "
                        + "other content; a version never changes, so give this one the next version\n")
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
