import FoundationEssentials
import Testing

/// A thousand people whose particulars stand nowhere in the clear (S23).
@Suite struct CanaryTests {
    /// One particular of each of many people, none of which occurs by chance.
    private static func particulars(_ number: Int) -> (text: String, marks: [String]) {
        let name = "Qx\(letters(number))zq Vy\(letters(number * 7 + 13))wk"
        let nhs = nhsNumber(400_000_000 + number * 7_919)
        let street = "\(number) Xylo\(letters(number))phon Parade"
        let mail = "canary\(number)q@zq.example"
        return (
            "name: \(name)\nnhs-number: \(nhs)\nemail: \(mail)\nsensitive-address: \(street)\n",
            [name, nhs, street, mail]
        )
    }

    private static func letters(_ number: Int) -> String {
        let alphabet = Array("bcdfghjklmnprstv")
        return String((0..<4).map { alphabet[(number >> (4 * $0)) & 15] })
    }

    private static func nhsNumber(_ first: Int) -> String {
        for candidate in first... {
            let digits = "\(candidate)".compactMap(\.wholeNumberValue)
            let sum = zip(digits, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
            let check = (11 - sum % 11) % 11
            if check < 10 { return "\(candidate)\(check)" }
        }
        return ""
    }

    /// A site whose therapist is told each night of families, among them some of the people.
    private static func applySite(in workplace: Workplace) async throws {
        let site = """
            code: north
            name: Invented Site
            jurisdiction: england
            timeZone: Europe/London
            licence: {holder: Invented Trust, from: 2010-01-01, until: 2099-12-31, readinessReview: 2009-11-02}
            teams:
              - code: mst
                model: mst
                startedOn: 2010-01-04
                staff:
                  - {code: t-1, role: therapist, fte: 1, from: 2010-01-04}
                  - {code: s-1, role: supervisor, fte: 1, from: 2010-01-04}
            """
        try workplace.folder.write(site, to: "north.yaml")
        try await workplace.demand(["site", "apply", "north.yaml"])
    }

    /// Lets a night write its messages about families of these people, and the service say how it does.
    private static func work(in workplace: Workplace, metricsTo file: String) async throws {
        var register =
            "episode_ref,team,model,child_ref,therapist,birth_month,sex,referral_source,referred_on,decision,decided_on\n"
        for number in 0..<10 {
            register += "E-\(number),mst,mst,C-\(number),t-1,2012-05,M,social-care,2026-03-02,accepted,2026-03-03\n"
        }
        try workplace.folder.write(register, to: "register.csv")
        try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
        try await workplace.demand(["nightly"])
        let served = try await Served.start(workplace)
        try await served.untilAnswering()
        let metrics = await served.get("/metrics")
        _ = try await served.stop()
        guard let metrics, metrics.status == 200 else { throw TestTrouble("/metrics did not answer") }
        try workplace.folder.write(metrics.body, to: file)
    }

    @Test func `of a thousand people nothing is in a dump, the WAL, a log, a metric, a message or the home's files`()
        async throws
    {
        try await Workplace.lendDurable { workplace in
            try await Self.applySite(in: workplace)
            var marks: [String] = []
            try await CanaryPeople.record(1_000, in: workplace) { number in
                let (text, own) = Self.particulars(number)
                marks += own
                return text
            }
            #expect(Set(marks).count == 4_000)
            let home = try #require(workplace.environment["HOMEWARD_HOME"])
            let taken = try workplace.folder.make("taken")
            let list = try workplace.folder.make("list")
            try await Self.work(in: workplace, metricsTo: "taken/metrics.txt")
            let mail = try FileManager.default.contentsOfDirectory(atPath: home + "/mail")
            #expect(mail.contains { $0.hasSuffix(".eml") })
            #expect(try taken.text(of: "metrics.txt").contains("homeward_nightly_last_success"))
            try await CanaryPeople.dump(workplace, to: taken["before.sql"])
            #expect(try taken.text(of: "before.sql").contains("COPY job.outbox"))
            #expect(try taken.text(of: "before.sql").utf8.count > 1_000_000)
            let places = [home, taken.path, workplace.folder[".said"]]
            #expect(try await Haystack.found(marks, below: places, listedIn: list) == [])
            // What is planted in clear is found by this very search: in the files of the server, and in a dump.
            let planted = "Qxplantedzq Vyinclearwk"
            try await CanaryPeople.plant(planted, in: workplace)
            try await CanaryPeople.dump(workplace, to: taken["after.sql"])
            for place in ["\(home)/cluster", taken.path] {
                #expect(try await Haystack.found([planted], below: [place], listedIn: list) == [planted])
            }
        }
    }
}
