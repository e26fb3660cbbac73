import Testing

/// `homeward import interviews`, `placements`, `provision` and `training`.
struct ImportListCommandTests {
    /// A kind of list with a row that is right and one that is not.
    struct List: Sendable, CustomTestStringConvertible {
        let name: String
        let header: String
        let good: String
        let bad: String
        /// What the bad row is told with.
        let problem: String
        /// What the good row is called.
        let row: String

        var testDescription: String { name }

        static let all = [
            List(
                name: "interviews",
                header: "episode_ref,instrument,interviewed_on,result,collected_by,respondent,score,items",
                good: "E1,tam-r,2015-04-01,completed,call-centre,mother,0.61,",
                bad: "E1,tam-r,2015-05-01,completed,call-centre,mother,61,", problem: "column score: invalid-score",
                row: "E1 tam-r 2015-04-01 mother"
            ),
            List(
                name: "placements", header: "episode_ref,setting,started_on,ended_on,reason",
                good: "E1,foster,2015-03-01,2015-04-01,planned", bad: "E1,castle,2015-04-01,,",
                problem: "column setting: unknown-code", row: "E1 2015-03-01"
            ),
            List(
                name: "provision", header: "episode_ref,kind,started_on,ended_on", good: "E1,cin,2015-03-01,",
                bad: "E1,cin,2015-04-01,2015-03-01", problem: "column ended_on: dates-out-of-order",
                row: "E1 cin 2015-03-01"
            ),
            List(
                name: "training", header: "team,kind,on,staff,audience,ref,attended",
                good: "mst,orientation,2015-03-02,t-01,,,", bad: "mst,briefing,2015-03-02,,school,,none",
                problem: "column attended: invalid-number", row: "mst orientation 2015-03-02 t-01"
            ),
        ]
    }

    private func lend(_ list: List, _ rows: [String], _ body: (Workplace, [String]) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register()
            register.add("completed", atHome: true, inSchool: true, noArrests: true)
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try workplace.folder.write(([list.header] + rows).joined(separator: "\n") + "\n", to: "list.csv")
            try await body(workplace, ["import", list.name, "list.csv", "--site", "north"])
        }
    }

    @Test(arguments: List.all)
    func `a list goes in, and again nothing changes`(list: List) async throws {
        try await lend(list, [list.good]) { workplace, words in
            let first = try await workplace.demand(words)
            #expect(first.out.contains("added        1\n"))
            #expect(first.err.contains("list.csv: imported"))
            #expect(try await workplace.demand(words).out.contains("unchanged    1\n"))
            #expect(try await workplace.demand(["verify"]).out.contains("sound"))
        }
    }

    @Test(arguments: List.all)
    func `a list with a problem changes nothing and names it by line and column`(list: List) async throws {
        try await lend(list, [list.good, list.bad]) { workplace, words in
            let refused = try await workplace.run(words)
            #expect(refused.status == 65)
            #expect(refused.err.contains("list.csv:3: \(list.problem): "))
            #expect(refused.out.contains("would add      1\n"))
            #expect(!refused.out.contains("added"))
            try workplace.folder.write("\(list.header)\n\(list.good)\n", to: "list.csv")
            #expect(try await workplace.demand(words).out.contains("added        1\n"))
        }
    }

    @Test func `a complete list says what it withdraws`() async throws {
        let list = List.all[1]
        let other = "E1,home,2015-04-01,,"
        try await lend(list, [list.good, other]) { workplace, words in
            try await workplace.demand(words)
            try workplace.folder.write("\(list.header)\n\(other)\n", to: "list.csv")
            let trial = try await workplace.demand(words + ["--complete", "--dry-run"])
            #expect(trial.out.contains("withdrawn    1\n"))
            #expect(trial.out.contains("withdrawn: \(list.row)\n"))
            let done = try await workplace.demand(words + ["--complete"])
            #expect(done.out.contains("corrected    1\n"))
            #expect(try await workplace.demand(words + ["--complete"]).out.contains("withdrawn    0\n"))
        }
    }

    @Test func `complete and accept-valid do not go together`() async throws {
        let list = List.all[0]
        try await lend(list, [list.good]) { workplace, words in
            let refused = try await workplace.run(words + ["--complete", "--accept-valid"])
            #expect(refused.status == 64)
            #expect(refused.err.contains("--complete takes a file whole"))
        }
    }
}
