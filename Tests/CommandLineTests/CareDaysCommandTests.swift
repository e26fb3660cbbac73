import FoundationEssentials
import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

struct CareDaysCommandTests {
    /// The report as programs read it.
    private struct Report: Decodable {
        struct Row: Decodable {
            let key: String
            let numerator: Int
            let denominator: Int
            let children: Int
            let value: Double?
        }

        let report: String
        let rows: [Row]
        let children: Int
        let childDays: Int
        let notes: [String]

        init(_ text: String) throws {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            self = try decoder.decode(Report.self, from: Data(text.utf8))
        }
    }

    private static let year = ["report", "care-days", "--site", "north", "--from", "2015-01-01", "--to", "2015-12-31"]

    /// A site with five episodes and no spell.
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register()
            for _ in 0..<5 { register.add("completed", atHome: true, inSchool: true, noArrests: true) }
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await body(workplace)
        }
    }

    @Test func `children without a spell are counted with no day and apart, in every form`() async throws {
        try await lend { workplace in
            for scope in [[], ["--model", "all"], ["--model", "mst"], ["--team", "mst"]] {
                let report = try Report(try await workplace.demand(Self.year + scope + ["--format", "json"]).out)
                #expect(report.report == "care-days")
                #expect((report.children, report.childDays) == (5, 5 * 365))
                #expect(
                    report.rows.map(\.key) == [
                        "looked_after_days", "out_of_home_days", "custody_days", "children_without_spells",
                    ])
                #expect(report.rows.map(\.numerator) == [0, 0, 0, 5])
                #expect(report.rows.map(\.value) == [0, 0, 0, 1])
                #expect(report.notes.contains { $0.contains("not the same as days at home") })
            }
            let text = try await workplace.demand(Self.year).out
            #expect(text.contains("5 children, each counted once, over 365 days: 1825 child-days.\n"))
            #expect(text.contains("Days looked after           0/1825   0.0%         0\n"))
            let csv = try await workplace.demand(Self.year + ["--format", "csv"]).out
            #expect(csv.hasPrefix("key,title,numerator,denominator,children,value\r\nlooked_after_days,"))
        }
    }

    /// Five children worked by hand over 2025, with `end` not included: contiguous (89 days looked after and in a foster
    /// home), clipped by the window (20 of each), none, open (31 looked after, 27 of them in a secure home), and one with
    /// two episodes (10 days with kin and 1 in custody, and a protection plan, which is not looking after). Looked after
    /// 89 + 20 + 31 = 140, out of home 89 + 20 + 27 + 11 = 147, custody 27 + 1 = 28.
    private static let cohort = (
        register: """
        episode_ref,team,model,decision,referred_on,child_ref,decided_on,first_session_on,closed_on,closure_reason
        E-1,mst,mst,accepted,2025-02-17,CONTIGUOUS,2025-02-20,2025-03-03,2025-07-10,completed
        E-2,mst,mst,accepted,2025-02-17,CLIPPED,2025-02-20,2025-03-03,2025-07-10,completed
        E-3,mst,mst,accepted,2025-02-17,NONE,2025-02-20,2025-03-03,2025-07-10,completed
        E-4,mst,mst,accepted,2025-02-17,OPEN,2025-02-20,2025-03-03,2025-07-10,completed
        E-5,mst,mst,accepted,2024-01-15,TWICE,2024-01-18,2024-02-05,2024-06-11,lack-of-engagement
        E-6,mst,mst,accepted,2025-02-17,TWICE,2025-02-20,2025-03-03,2025-07-10,completed

        """,
        placements: """
        child_ref,setting,started_on,ended_on,reason
        CONTIGUOUS,foster,2025-02-01,2025-03-01,unplanned
        CONTIGUOUS,foster,2025-03-01,2025-05-01,planned
        CLIPPED,home,2024-01-01,2024-11-10,
        CLIPPED,childrens-home,2024-11-10,2025-01-21,breakdown
        CLIPPED,home,2025-01-21,,return-home
        OPEN,secure-home,2025-12-05,,remand
        TWICE,kin,2025-06-01,2025-06-11,planned
        TWICE,young-offender-institution,2025-08-01,2025-08-02,sentence

        """,
        provision: """
        child_ref,kind,started_on,ended_on
        CONTIGUOUS,looked-after,2025-02-01,2025-03-01
        CONTIGUOUS,looked-after,2025-03-01,2025-05-01
        CLIPPED,looked-after,2024-11-10,2025-01-21
        OPEN,looked-after,2025-12-01,
        TWICE,cpp,2024-12-01,

        """
    )

    @Test func `a cohort worked by hand and taken in from files has the days of the hand`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let files = [
                ("register", Self.cohort.register), ("placements", Self.cohort.placements),
                ("provision", Self.cohort.provision),
            ]
            for (kind, text) in files {
                try workplace.folder.write(text, to: "\(kind).csv")
                try await workplace.demand(["import", kind, "\(kind).csv", "--site", "north"])
            }
            let words = ["report", "care-days", "--site", "north", "--from", "2025-01-01", "--to", "2025-12-31"]
            let report = try Report(try await workplace.demand(words + ["--format", "json"]).out)
            #expect((report.children, report.childDays) == (5, 5 * 365))
            #expect(report.rows.map(\.numerator) == [140, 147, 28, 1])
            #expect(report.rows.map(\.children) == [3, 4, 2, 1])
        }
    }

    @Test func `a period that reaches into the future is cut and says so`() async throws {
        try await lend { workplace in
            let words = ["report", "care-days", "--site", "all", "--from", "2015-01-01", "--to", "2199-11-30"]
            let report = try Report(try await workplace.demand(words + ["--format", "json"]).out)
            #expect(report.childDays > 5 * 365 * 9 && report.childDays < 5 * 365 * 150)
            #expect(report.notes.contains { $0.contains("have not happened and are not counted") })
        }
    }

    @Test func `facts of an older version are refused until rebuild has made them anew`() async throws {
        try await lend { workplace in
            let before = try await workplace.demand(Self.year).out
            try await workplace.withAdministrator { pool in
                _ = try await pool.transaction { transaction in
                    try await transaction.execute("UPDATE reporting.episode_fact SET shape = 1, child_key = NULL")
                }
            }
            let refused = try await workplace.run(Self.year)
            #expect(refused.status == 69)
            #expect(refused.err.contains("homeward rebuild"))
            #expect(refused.out.isEmpty)
            try await workplace.demand(["rebuild"])
            #expect(try await workplace.demand(Self.year).out == before)
        }
    }
}
