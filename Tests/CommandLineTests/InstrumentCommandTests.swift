import Testing

struct InstrumentCommandTests {
    private static let own = """
        id: tam-can
        version: 1
        title: Own
        licence: test
        source: test [I]
        aggregate: share
        leastAnswered: 1
        sections: []
        answers:
          - set: agree
            options: [{code: "n", counts: 0, wording: Secret no}, {code: "y", counts: 1, wording: Secret yes}]
        items:
          - {key: q1, answers: agree, wording: Secret question}
          - {key: q2, answers: agree, wording: Secret question, reversed: true}

        """

    @Test func `what comes with the program is listed and scored without a database`() async throws {
        try await Folder.lend { folder in
            let list = try await Child.run(["instrument", "list"], in: folder)
            #expect(list.status == 0, "\(list.err)")
            let rows = list.out.split(separator: "\n").dropFirst().map { $0.split(separator: " ").prefix(5) }
            #expect(
                rows.map { Array($0) } == [
                    ["demo-adherence", "1", "12", "held", "program"], ["sdq", "1", "25", "none", "program"],
                ])

            let ones = Array(repeating: "1", count: 25).joined(separator: " ")
            let words = ["instrument", "score", "sdq", "--respondent", "teacher", "--answers", ones]
            let scored = try await Child.run(words, in: folder)
            #expect(scored.out.contains("total          20      very-high\n"), "\(scored.out)")

            let form = "- 5 1 y 4 3 2 y 5 4 na n"
            let open = try await Child.run(["instrument", "score", "demo-adherence", "--answers", form], in: folder)
            #expect(open.status == 0, "\(open.err)")
        }
    }

    @Test func `a definition is loaded for a site and shown without its words`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Self.own, to: "own.yaml")
            let load = ["instrument", "load", "own.yaml", "--site", "north"]

            #expect(try await workplace.demand(load).out == "tam-can version 1: loaded for north\n")
            #expect(try await workplace.demand(load).out == "tam-can version 1: there already\n")
            let shown = try await workplace.demand(["instrument", "show", "tam-can", "--site", "north"]).out
            #expect(shown.contains("words: held; a form can be shown\n"))
            #expect(shown.contains("q2    -        yes       n=0 y=1\n"), "\(shown)")
            #expect(!shown.contains("Secret"))
            let scored = ["instrument", "score", "tam-can", "--site", "north", "--answers"]
            #expect(try await workplace.demand(scored + ["y n"]).out.contains("all items  1"))
            let refused = try await workplace.run(scored + ["y maybe"])
            #expect(refused.status == 65)
            #expect(refused.err.contains("--answers: answer 2 (item q2) is 'maybe'; the item has n, y"))

            let demo = try repository.text(of: "config/instruments/demo-adherence.yaml")
            try workplace.folder.write(demo, to: "demo.yaml")
            let other = ["instrument", "load", "demo.yaml", "--site", "north"]
            #expect(try await workplace.demand(other).out == "demo-adherence version 1: there already\n")
            try workplace.folder.write(demo.replacing("title: ", with: "title: Own "), to: "demo.yaml")
            let changed = try await workplace.run(other)
            #expect(changed.status == 65)
            #expect(changed.err.contains("demo-adherence version 1 is loaded already with other content"))

            try workplace.folder.write(Self.own.replacing("Secret", with: "Other"), to: "own.yaml")
            let taken = try await workplace.run(load)
            #expect(taken.status == 65)
            #expect(taken.err.contains("own.yaml: tam-can version 1 is loaded already with other content"))
        }
    }

    @Test func `every mistake of a file is told by line and column, and nothing is loaded`() async throws {
        try await Folder.lend { folder in
            let wrong = Self.own.replacing("counts: 0", with: "counts: 7").replacing("key: q2", with: "key: q1")
            try folder.write(wrong, to: "own.yaml")
            let refused = try await Child.run(["instrument", "check", "own.yaml"], in: folder)
            #expect(refused.status == 65)
            #expect(
                refused.err.contains("own.yaml:11: column 35: bad-count: an answer counts 0, 1 or nothing, not '7'"))
            try folder.write(Self.own.replacing("id: tam-can", with: "id: tam-r"), to: "own.yaml")
            let unfit = try await Child.run(["instrument", "check", "own.yaml"], in: folder)
            #expect(unfit.err.contains("own.yaml: tam-r has 28 items, and the file has 2\n"))
        }
    }
}
