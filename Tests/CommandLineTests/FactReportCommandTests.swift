import Testing

/// The further reports as the command line gives them: the keys that programs rely on, and what is refused.
struct FactReportCommandTests {
    private static let year = ["--from", "2015-01-01", "--to", "2015-12-31"]
    private static let common = ["report", "scope", "period", "known_at", "edition", "notes"]

    /// A report by the words after `report`, and the keys of its own.
    private static let reports: [(words: [String], keys: [String])] = [
        (["indicators"], ["rows", "service", "unknown", "target", "met", "not_due"]),
        (["referrals"], ["rows", "block", "median_days", "lower_quartile_days", "upper_quartile_days"]),
        (["care-days"], ["rows", "children", "child_days"]),
        (["adherence", "--by", "team"], ["rows", "by"]),
        (["programme-review"], ["number", "indicators", "staffing", "training", "sessions", "goals"]),
        (
            ["comparison", "--indicator", "completed", "--by", "team"],
            ["theta", "units_count", "phi", "tau2", "overdispersed", "units", "low95", "high998", "signal"]
        ),
        (
            ["trend", "--indicator", "at_home", "--every", "quarter", "--screened"],
            ["points", "mean", "mean_range", "upper", "lower", "signals"]
        ),
        (["time-to-placement"], ["steps", "median", "incidence", "cause"]),
        (["follow-up"], ["rows", "month", "outcome", "yes", "known", "unknown", "value", "worst", "best"]),
        (["pre-post", "--months", "12"], ["before", "after", "days", "equal_windows"]),
        (
            [
                "outcomes-contract", "--window-months", "30", "--baseline", "0.55", "--target", "0.27", "--price",
                "100",
                "--cap", "5000", "--on", "2016-12-31",
            ],
            [
                "children", "child_days", "care_days", "care_proportion", "expected_care_days", "averted_days",
                "target_met", "payment",
            ]
        ),
        (["reach"], ["referred", "started", "rows"]),
        (["quality"], ["rows", "rule", "numerator", "denominator"]),
    ]

    private static let needs: String = {
        let inputs = [
            "children", "familiesPerTherapistYear", "therapistsPerTeam", "stayDays", "teamCostYear", "careDayCost",
        ].map { "\($0): {low: 1, middle: 2, high: 3, source: Invented}\n" }
        let shares = ["eligiblePerThousand", "referredShare", "acceptedShare"].map {
            "\($0): {low: 0.1, middle: 0.2, high: 0.3, source: Invented}\n"
        }
        return "area: Northshire\n" + (inputs + shares).joined()
    }()

    @Test func `each report gives its keys, its text and its CSV, and of an empty year too`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register()
            for _ in 0..<5 { register.add("completed", atHome: true, inSchool: true, noArrests: true) }
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            for (words, keys) in Self.reports {
                for year in [Self.year, ["--from", "2009-01-01", "--to", "2009-12-31"]] {
                    let asked = ["report"] + words + ["--site", "north"] + year
                    let json = try await workplace.demand(asked + ["--format", "json"]).out
                    for key in Self.common { #expect(json.contains("\"\(key)\": "), "\(words[0]): \(key)") }
                    if year == Self.year {
                        for key in keys where key != "steps" && key != "cause" {
                            #expect(json.contains("\"\(key)\": "), "\(words[0]): \(key)")
                        }
                    } else {
                        #expect(try await workplace.demand(asked).out.contains("n/a"), "\(words[0])")
                    }
                    #expect(try await workplace.demand(asked + ["--format", "csv"]).out.hasSuffix("\r\n"))
                }
            }
            try workplace.folder.write(Self.needs, to: "needs.yaml")
            let sheet = try await workplace.demand(["report", "needs", "needs.yaml", "--format", "json"]).out
            for key in Self.common { #expect(sheet.contains("\"\(key)\": "), "needs: \(key)") }
            for name in ["reach", "indicators", "referrals", "care-days"] {
                let months = try await workplace.run(
                    ["report", name, "--site", "all", "--from", "2015-01-02", "--to", "2015-12-31"])
                #expect(months.status == 64 && months.err.contains("--from: all sites together"), "\(name)")
            }
            let scores = try await workplace.run(["report", "adherence", "--site", "all"] + Self.year)
            #expect(scores.status == 64 && scores.err.contains("adherence is reported of one site"))
            let model = try await workplace.run(
                ["report", "reach", "--site", "north", "--model", "mst-fit", "--team", "mst"] + Self.year)
            #expect(model.status == 65 && model.err.contains("--model: the model mst-fit is not run here"))
        }
    }

    @Test func `a review is frozen under a number, prints the same again, and is of one site`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let asked = ["report", "programme-review", "--site", "north"]
            try workplace.folder.write(
                "goals:\n- {code: calls, goal: Asked weekly, owner: s-1, due: 2026-12-31}\n", to: "goals.yaml")
            let frozen = try await workplace.demand(asked + Self.year + ["--goals", "goals.yaml", "--freeze"]).out
            #expect(frozen.contains("Programme review 1: ") && frozen.contains("Asked weekly"))
            #expect(try await workplace.demand(asked + ["--number", "1"]).out == frozen)
            let next = try await workplace.demand(asked + Self.year + ["--format", "json"]).out
            #expect(next.contains("\"number\": null") && next.contains("\"since\": 1"))
            let unknown = try await workplace.run(asked + ["--number", "2"])
            #expect(unknown.status == 65 && unknown.err.contains("the site has no programme review 2"))
            let network = try await workplace.run(["report", "programme-review", "--site", "all"] + Self.year)
            #expect(network.status == 64 && network.err.contains("a programme review is of one site"))
            try workplace.folder.write("goals:\n- {code: a b, goal: x, owner: s-1, due: 2026-12-31}\n", to: "bad.yaml")
            let bad = try await workplace.run(asked + Self.year + ["--goals", "bad.yaml"])
            #expect(bad.status == 65 && bad.err.contains("bad.yaml:2: "))
        }
    }

    @Test(arguments: [
        (["programme-review", "--site", "x", "--number", "0"], "--number"),
        (["comparison", "--site", "x", "--indicator", "mean_adherence", "--by", "team"], "--indicator"),
        (["comparison", "--site", "x", "--indicator", "placed", "--by", "site"], "--by"),
        (["trend", "--site", "x", "--indicator", "length_of_stay", "--every", "month"], "--indicator"),
        (["trend", "--site", "x", "--indicator", "placed", "--every", "week"], "--every"),
        (["pre-post", "--site", "x", "--months", "0"], "--months"),
    ])
    func `what cannot be asked is refused with the flag`(_ words: [String], _ flag: String) async throws {
        let outcome = try await Folder.lend { try await Child.run(["report"] + words + Self.year, in: $0) }
        #expect(outcome.status == 64)
        #expect(outcome.err.contains(flag))
    }

    @Test func `a share over 1 and a cap without a price are refused`() async throws {
        for (words, flag) in [
            (["--baseline", "55", "--target", "0.27"], "--baseline"),
            (["--baseline", "0.55", "--target", "0.27", "--cap", "5"], "--cap"),
            (["--baseline", "0.55", "--target", "x"], "--target"),
        ] {
            let outcome = try await Folder.lend {
                try await Child.run(
                    ["report", "outcomes-contract", "--site", "x", "--window-months", "30", "--on", "2016-12-31"]
                        + words
                        + Self.year, in: $0)
            }
            #expect(outcome.status == 64)
            #expect(outcome.err.contains(flag))
        }
    }

    @Test func `a file of needs without a source is refused with its line, and no database is asked`() async throws {
        try await Folder.lend { folder in
            try folder.write("area: Northshire\nchildren: {low: 1, middle: 2, high: 3}\n", to: "needs.yaml")
            let outcome = try await Child.run(["report", "needs", "needs.yaml"], in: folder)
            #expect(outcome.status == 65)
            #expect(outcome.err.contains("needs.yaml:2: column 11: missing-key: the key 'source' is missing"))
            #expect(outcome.out.isEmpty)
        }
    }
}
