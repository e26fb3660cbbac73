import FoundationEssentials
import Testing

struct DutiesCommandTests {
    /// What `duties --format json` says.
    private struct Duties: Decodable {
        struct Episode: Decodable {
            struct Obligation: Decodable {
                struct About: Decodable {
                    let role: String
                }
                let kind: String
                let ordinal: Int
                let about: About?
                let dueOn: String
                let standing: String
            }
            struct Alert: Decodable {
                let code: String
                let urgency: String
                let since: String
            }

            let ref: String?
            let team: String?
            let therapist: String?
            let obligations: [Obligation]
            let alerts: [Alert]
        }

        let site: String
        let on: String
        let episodes: [Episode]
    }

    /// A site with one family in treatment since 5 January 2015, and one closed on 2 May 2015.
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register()
            register.add("completed", atHome: true, inSchool: true, noArrests: true)
            register.add("completed", atHome: true, inSchool: true, noArrests: true)
            let answers = ["closed_on", "closure_reason", "at_home", "in_school_or_work", "no_new_arrests"]
            for column in answers { register.set(column, of: 1, to: "") }
            register.set("closed_on", of: 0, to: "2015-05-02")
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await body(workplace)
        }
    }

    @Test func `what is owed and what asks to be looked at is listed with its day`() async throws {
        try await lend { workplace in
            let outcome = try await workplace.demand(["duties", "--site", "north", "--on", "2015-01-20"])
            let lines = outcome.out.split(separator: "\n")
            #expect(lines.first?.hasPrefix("episode") == true)
            #expect(lines.contains { $0.hasPrefix("E2 ") && $0.contains("no-contact") && $0.contains("urgent") })
            #expect(
                lines.contains { line in
                    line.hasPrefix("E2 ") && line.contains("adherence-interview 1")
                        && line.contains("2015-01-12") && line.contains("open until 2015-02-08")
                })
            #expect(outcome.err.contains("episodes: "))
        }
    }

    @Test func `programs read the same, and a team reads its own`() async throws {
        try await lend { workplace in
            let words = ["duties", "--site", "north", "--on", "2015-11-02", "--format", "json"]
            for scope in [[], ["--team", "mst"]] {
                let json = try await workplace.demand(words + scope).out
                let duties = try JSONDecoder().decode(Duties.self, from: Data(json.utf8))
                #expect((duties.site, duties.on) == ("north", "2015-11-02"))
                #expect(duties.episodes.map(\.ref) == ["E1", "E2"])
                #expect(duties.episodes.map(\.team) == ["mst", "mst"])
                let followUp = try #require(duties.episodes.first?.obligations.first)
                #expect((followUp.kind, followUp.ordinal, followUp.standing) == ("follow-up", 6, "open"))
                #expect(followUp.about?.role == "family")
                #expect(followUp.dueOn == "2015-11-02")
                #expect(duties.episodes.last?.alerts.first?.code == "no-contact")
            }
            let other = try await workplace.demand(words + ["--team", "mst-fit"]).out
            #expect(try JSONDecoder().decode(Duties.self, from: Data(other.utf8)).episodes.isEmpty)
        }
    }

    @Test func `a day on which nothing is owed says so`() async throws {
        try await lend { workplace in
            let outcome = try await workplace.demand(["duties", "--site", "north", "--on", "2009-12-24"])
            #expect(outcome.out.isEmpty)
            #expect(outcome.err == "Nothing is owed on 2009-12-24, and nothing asks to be looked at.\n")
        }
    }

    @Test func `a team that is not there is answered with those that are`() async throws {
        try await lend { workplace in
            let refused = try await workplace.run(["duties", "--site", "north", "--team", "west"])
            #expect(refused.status == 65)
            #expect(refused.err.contains("mst, mst-can, mst-fit"))
            #expect(refused.out.isEmpty)
        }
    }
}
