import Testing

struct SiteCommandTests {
    private let full = """
        code: north
        name: Invented Site
        jurisdiction: england
        timeZone: Europe/London
        licence: {holder: Invented Trust, from: 2020-01-01, until: 2099-12-31, readinessReview: 2019-11-04}
        teams:
          - {code: mst, model: mst, startedOn: 2020-01-06}
        settings:
          - {model: mst, key: caseload-most, value: 5, from: 2021-01-04, reason: Long ways}

        """

    @Test func `a file is checked without a database, and advice is no mistake`() async throws {
        try await Workplace.lendEmpty { workplace, _ in
            try workplace.folder.write(full, to: "north.yaml")
            let bare = full.replacing(/licence:.*\n/, with: "")
            try workplace.folder.write(bare, to: "bare.yaml")
            let checked = try await workplace.demand(["site", "check", "north.yaml", "bare.yaml"])
            let lines = checked.out.split(separator: "\n")
            #expect(lines.first == "north.yaml: site north: in order")
            #expect(lines.count == 3)
            #expect(lines.last?.hasPrefix("bare.yaml: advice: no-licence: ") == true)
        }
    }

    @Test func `every mistake of every file is said with its place, and of a value which bound refused it`()
        async throws
    {
        try await Workplace.lendEmpty { workplace, _ in
            try workplace.folder.write(full.replacing("value: 5", with: "value: 50"), to: "one.yaml")
            try workplace.folder.write(full.replacing("model: mst,", with: "model: mts,"), to: "two.yaml")
            let checked = try await workplace.run(["site", "check", "one.yaml", "two.yaml"])
            #expect(checked.status == 65)
            let lines = checked.err.split(separator: "\n")
            #expect(
                lines.first?.hasPrefix("one.yaml:9: column 45: outside-bounds: '50' is above the upper bound, 6")
                    == true)
            #expect(lines.first?.contains("the bound is from: clinical.md 1.2") == true)
            #expect(lines.filter { $0.hasPrefix("two.yaml:") && $0.contains("unknown-model") }.count == 2)
            #expect(checked.out.isEmpty)
        }
    }

    /// Exports a site, and checks and compares what came out: in order, and nothing to change.
    private func expectRoundTrip(of site: String, _ workplace: Workplace) async throws {
        let exported = try await workplace.demand(["site", "export", site])
        try workplace.folder.write(exported.out, to: "exported.yaml")
        try await workplace.demand(["site", "check", "exported.yaml"])
        let difference = try await workplace.demand(["site", "diff", "exported.yaml"])
        #expect(difference.out.split(separator: "\n").first == "site \(site): nothing changes")
        #expect(!difference.out.contains("configuration: version"))
    }

    @Test func `the exported file of every site is in order and changes nothing`() async throws {
        try await Workplace.lend { workplace in
            for site in ["demo-north", "demo-west"] {
                let text = try repository.text(of: "config/sites/\(site).yaml")
                try workplace.folder.write(text, to: "site.yaml")
                try await workplace.demand(["site", "apply", "site.yaml"])
                #expect(try await workplace.demand(["site", "export", site]).out == text)
                try await expectRoundTrip(of: site, workplace)
            }
            // A mark at the beginning, Windows' line ends and no end of the last line are another editor's, no mistake.
            let odd = "\u{FEFF}" + full.dropLast(1).replacing("\n", with: "\r\n")
            try workplace.folder.write(odd, to: "odd.yaml")
            try await workplace.demand(["site", "apply", "odd.yaml"])
            try await expectRoundTrip(of: "north", workplace)
        }
    }

    @Test func `the exported file of a site whose settings changed three times is in order and changes nothing`()
        async throws
    {
        try await Workplace.lend { workplace in
            var text = full
            try workplace.folder.write(text, to: "north.yaml")
            try await workplace.demand(["site", "apply", "north.yaml"])
            for (value, from) in [(4, "2022-01-03"), (6, "2023-01-02"), (5, "2024-01-01")] {
                text += "  - {model: mst, key: caseload-most, value: \(value), from: \(from), reason: tried}\n"
                try workplace.folder.write(text, to: "north.yaml")
                try await workplace.demand(["site", "apply", "north.yaml"])
                try await expectRoundTrip(of: "north", workplace)
            }
            #expect(try await workplace.demand(["site", "export", "north"]).out == text)
            #expect(try await workplace.demand(["site", "export", "north", "--version", "1"]).out == full)
        }
    }

    @Test func `what is exported and applied again changes nothing, and a difference is told before it is applied`()
        async throws
    {
        try await Workplace.lend { workplace in
            try workplace.folder.write(full, to: "north.yaml")
            try await workplace.demand(["site", "apply", "north.yaml"])
            let exported = try await workplace.demand(["site", "export", "north"])
            #expect(exported.out == full)
            try workplace.folder.write(exported.out, to: "again.yaml")
            #expect(try await workplace.demand(["site", "apply", "again.yaml"]).out == "site north: nothing changes\n")
            let changed = full.replacing("value: 5", with: "value: 4").replacing("2099-12-31", with: "2098-12-31")
            try workplace.folder.write(changed, to: "changed.yaml")
            let difference = try await workplace.demand(["site", "diff", "changed.yaml"])
            #expect(
                difference.out.split(separator: "\n") == [
                    "site north: kept",
                    "team mst: licence corrected from 2020-01-01 to 2099-12-31, now 2020-01-01 to 2098-12-31",
                    "setting: caseload-most of mst is 4 families instead of 5 from 2021-01-04 on (Long ways)",
                    "configuration: version 2",
                ])
            #expect(try await workplace.demand(["site", "export", "north"]).out == full, "nothing was applied")
            try await workplace.demand(["site", "apply", "changed.yaml"])
            #expect(try await workplace.demand(["site", "export", "north", "--version", "1"]).out == full)
            let missing = try await workplace.run(["site", "export", "north", "--version", "9"])
            #expect(missing.status == 65)
            #expect(missing.err.contains("site north has no configuration of version 9"))
        }
    }

    @Test func `a site is shown as it is set up on a day`() async throws {
        try await Workplace.lend { workplace in
            try workplace.folder.write(full, to: "north.yaml")
            try await workplace.demand(["site", "apply", "north.yaml"])
            func caseload(on day: String) async throws -> String? {
                let shown = try await workplace.demand(["site", "show", "north", "--on", day])
                #expect(shown.out.contains("Licence: held by Invented Trust, 2020-01-01 to 2099-12-31"))
                return shown.out.split(separator: "\n").first { $0.hasPrefix("caseload-most ") }.map(String.init)
            }
            #expect(try await caseload(on: "2021-01-03")?.contains("standard") == true)
            #expect(try await caseload(on: "2021-01-04")?.contains("Long ways") == true)
            let json = try await workplace.demand(["site", "show", "north", "--format", "json"]).out
            #expect(json.contains("\"key\": \"caseload-most\""))
            #expect(json.contains("\"from\": \"2021-01-04\""))
            #expect(json.contains("\"holder\": \"Invented Trust\""))
        }
    }

    @Test func `a site that is not there is named as it was asked for, and a team only once it is open`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            for words in [["site", "show", "nowhere"], ["site", "export", "nowhere"]] {
                let refused = try await workplace.run(words)
                #expect(refused.status == 65)
                #expect(refused.err == "homeward: there is no site nowhere; known sites: north\n")
            }
            for format in ["text", "json"] {
                let show = ["site", "show", "north", "--format", format, "--on"]
                #expect(try await workplace.demand(show + ["2010-01-04"]).out.contains("2010-01-04"))
                let before = try await workplace.demand(show + ["2010-01-03"]).out
                #expect(!before.contains("2010-01-04"), "\(before)")
            }
        }
    }
}
