import CivilDate
import Glibc
import Testing

struct JourneyTests {
    static let year = ["report", "indicators", "--site", "north", "--from", "2015-01-01", "--to", "2015-12-31"]

    private func json(_ workplace: Workplace, _ more: [String] = []) async throws -> IndicatorJSON {
        try IndicatorJSON(try await workplace.demand(Self.year + ["--format", "json"] + more).out)
    }

    @Test func `from nothing to the published figures, in a home of one's own`() async throws {
        try await Workplace.lendDurable { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.publishedWithOthers.text, to: "register.csv")
            let imported = try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            #expect(imported.out.contains("added        485\n"))
            let table = try await json(workplace)
            #expect(try table.percent("completed") == "81.6")
            #expect(try table.percent("lack_of_engagement") == "3.8")
            #expect(try table.percent("placed") == "14.6")
            #expect(try table.percent("at_home") == "84.7")
            #expect(try table.percent("in_school_or_work") == "81.8")
            #expect(try table.percent("no_new_arrests") == "83.4")
            #expect(try await workplace.demand(["verify"]).out.contains("north: events "))
            try await workplace.demand(["cluster", "stop"])
            #expect(try await workplace.run(["cluster", "status"]).status == 69)
        }
    }

    @Test func `the published figures get their verdicts`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.published.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            let table = try await json(workplace)
            for key in ["lack_of_engagement", "length_of_stay"] { #expect(try table.row(key).met == true) }
            for key in ["completed", "placed", "at_home", "in_school_or_work", "no_new_arrests"] {
                #expect(try table.row(key).met == false)
            }
        }
    }

    @Test func `closures without the opportunity for a full course change no rate`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let keys = ["completed", "lack_of_engagement", "placed", "at_home", "in_school_or_work", "no_new_arrests"]
            try workplace.folder.write(Register.published.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            let before = try await json(workplace)
            let textBefore = try await workplace.demand(Self.year).out
            try workplace.folder.write(Register.publishedWithOthers.text, to: "register.csv")
            let again = try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            #expect(again.out.contains("added         40\n"))
            #expect(again.out.contains("unchanged    445\n"))
            let after = try await json(workplace)
            for key in keys { #expect(try before.row(key) == after.row(key)) }
            #expect(textBefore.contains("445 closures, 445 of them"))
            #expect(try await workplace.demand(Self.year).out.contains("485 closures, 445 of them"))
        }
    }

    @Test func `known at an instant before a correction the old figures stand, after it the new`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register.published
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            let instant = now()
            let before = try await json(workplace)
            for row in 0..<10 { register.set("closure_reason", of: row, to: "placed") }
            try workplace.folder.write(register.text, to: "register.csv")
            let again = try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            #expect(again.out.contains("corrected     10\n"))
            let then = try await json(workplace, ["--known-at", instant.description])
            let later = try await json(workplace, ["--known-at", now().description])
            #expect(then.rows == before.rows)
            #expect(try later.row("placed").numerator == 75)
            #expect(try await json(workplace).rows == later.rows)
        }
    }

    @Test func `the same question has the same bytes for an answer`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.published.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            for format in ["json", "text", "csv"] {
                let words = Self.year + ["--format", format, "--known-at", now().description]
                let first = try await workplace.demand(words).out
                let second = try await workplace.demand(words).out
                #expect(first == second)
            }
        }
    }

    @Test func `all sites and all models are one set of rows that says so`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await workplace.applySite("south")
            try workplace.folder.write(Register.published.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await workplace.demand(["import", "register", "register.csv", "--site", "south"])
            let words = [
                "report", "indicators", "--site", "all", "--model", "all", "--from", "2015-01-01", "--to", "2015-12-31",
            ]
            let table = try IndicatorJSON(try await workplace.demand(words + ["--format", "json"]).out)
            #expect(table.scope.site == "all")
            #expect(Set(table.rows.map(\.model)) == ["all"])
            #expect(try table.row("completed", of: "all").denominator == 890)
            #expect(try await workplace.demand(words).out.contains("pooled"))
        }
    }

    @Test func `a period without episodes is no error`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let words = ["report", "indicators", "--site", "north", "--from", "1990-01-01", "--to", "1990-12-31"]
            let table = try IndicatorJSON(try await workplace.demand(words + ["--format", "json"]).out)
            #expect(table.rows.allSatisfy { $0.denominator == 0 && $0.value == nil && $0.met == nil })
            // Three models with eleven rows each of the network, six instrumental, five of MST-CAN, seven of MST-FIT.
            #expect(table.rows.count == 63)
        }
    }

    private func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
