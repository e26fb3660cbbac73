import Testing

/// `homeward pipeline`.
struct PipelineCommandTests {
    @Test func `a prospective site goes through its stages and becomes a site`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.demand(["pipeline", "add", "north", "--name", "Invented Trust"])
            try await workplace.demand(["pipeline", "stage", "north", "--reached", "a", "--on", "2009-03-02"])
            try await workplace.demand([
                "pipeline", "stage", "north", "--reached", "D", "--on", "2009-11-02", "--reason", "Known since 2008",
            ])
            let listed = try await workplace.demand(["pipeline", "list"])
            let line = try #require(listed.out.split(separator: "\n").first { $0.hasPrefix("north ") })
            #expect(line.contains("D site readiness review"))
            #expect(line.contains("2009-11-02"))
            let before = try await workplace.demand(["pipeline", "show", "north"])
            #expect(
                before.out.contains("2009-03-02  A  enquiry\n2009-11-02  D  site readiness review (Known since 2008)\n")
            )
            #expect(before.err.contains("It is no site yet"))
            try await workplace.applySite()
            let after = try await workplace.demand(["pipeline", "show", "north"])
            #expect(after.out.contains("2010-01-04  team mst (mst) starts its work"))
            let json = try await workplace.demand(["pipeline", "show", "north", "--format", "json"])
            #expect(json.out.contains(#""isSite": true"#) || json.out.contains(#""isSite":true"#))
        }
    }

    @Test func `the first stage is the enquiry, and a mistake is taken back and stays in the history`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.demand(["pipeline", "add", "north", "--name", "Invented Trust"])
            let stage = ["pipeline", "stage", "north", "--reached"]
            let early = try await workplace.run(stage + ["B", "--on", "2009-06-01"])
            #expect(early.status == 65)
            #expect(early.err.contains("stage B (needs assessment) is not the first; the next is A (enquiry)"))
            try await workplace.demand(stage + ["A", "--on", "2009-05-01"])
            try await workplace.demand(stage + ["F", "--on", "2009-06-01", "--reason", "All else was done"])
            let void = ["pipeline", "void", "north", "--on", "2009-06-01", "--stage"]
            let wrong = try await workplace.run(void + ["B", "--reason", "Slip"])
            #expect(wrong.status == 65)
            #expect(
                wrong.err.contains("no stage B of 2009-06-01 stands; there are A of 2009-05-01, F of 2009-06-01"))
            try await workplace.demand(void + ["F", "--reason", "Meant for another"])
            #expect(try await workplace.run(void + ["F", "--reason", "Again"]).status == 65)
            #expect(try await workplace.demand(["pipeline", "list"]).out.contains("A enquiry"))
            try await workplace.demand(stage + ["B", "--on", "2009-06-01"])
            let shown = try await workplace.demand(["pipeline", "show", "north"])
            #expect(
                shown.out.contains(
                    """
                    2009-05-01  A  enquiry
                    2009-06-01  F  supported operation (All else was done) [taken back: Meant for another]
                    2009-06-01  B  needs assessment

                    """))
            let json = try await workplace.demand(["pipeline", "show", "north", "--format", "json"])
            #expect(json.out.contains("Meant for another"))
        }
    }

    @Test func `what cannot be recorded is refused with what would be right`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.demand(["pipeline", "add", "north", "--name", "Invented Trust"])
            let stage = ["pipeline", "stage", "north", "--reached"]
            try await workplace.demand(stage + ["A", "--on", "2009-05-01"])
            try await workplace.demand(stage + ["B", "--on", "2009-06-01"])
            let cases: [([String], Int32, String)] = [
                (["pipeline", "add", "north", "--name", "Another"], 65, "there is a prospective site north already"),
                (["pipeline", "add", "south", "--name", " "], 65, "write what people call it"),
                (stage + ["B", "--on", "2009-07-01"], 65, "stage B (needs assessment) was reached already"),
                (stage + ["C", "--on", "2009-05-01"], 65, "stages are recorded in order"),
                (stage + ["C", "--on", "2999-05-01"], 65, "lies after today"),
                (
                    stage + ["D", "--on", "2009-07-01"], 65,
                    "stage D (site readiness review) does not follow B, which was reached on 2009-06-01; the next is C "
                        + "(critical issues); record that one, or give the reason why not"
                ),
                (
                    stage + ["A", "--on", "2009-07-01"], 65,
                    "stage A (enquiry) lies before B, which was reached on 2009-06-01; the next is C (critical issues)"
                ),
                (stage + ["D", "--on", "2009-07-01", "--reason", " "], 65, "a reason is one line"),
                (stage + ["G", "--on", "2009-07-01"], 64, "A (enquiry)"),
                (["pipeline", "show", "west"], 65, "there is no prospective site west; there are north"),
            ]
            for (words, status, sentence) in cases {
                let outcome = try await workplace.run(words)
                #expect(outcome.status == status, "\(words)")
                #expect(outcome.err.contains(sentence), "\(outcome.err)")
            }
        }
    }

    @Test func `a code that another has in other letters is taken`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.demand(["pipeline", "add", "north", "--name", "Invented Trust"])
            let refused = try await workplace.run(["pipeline", "add", "North", "--name", "Other Trust"])
            #expect(refused.status == 65)
            #expect(refused.err.contains("north"))
            try await workplace.demand(["pipeline", "add", "north-2", "--name", "Other Trust"])
        }
    }
}
