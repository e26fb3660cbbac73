import FoundationEssentials
import Testing

struct ScreenCommandTests {
    /// What `screen --format json` says.
    private struct Screened: Decodable {
        struct Model: Decodable {
            struct Reason: Decodable {
                let code: String
                let verdict: String
                let sentence: String
                let source: String?
            }

            let model: String
            let verdict: String
            let reasons: [Reason]
        }

        let site: String
        let models: [Model]
    }

    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await body(workplace)
        }
    }

    private static let referral = ["screen", "--site", "north", "--born", "2012-03", "--on", "2026-06-15"]

    @Test func `each model of the site answers with its verdict and its reasons`() async throws {
        try await lend { workplace in
            let text = try await workplace.demand(Self.referral + ["--answer", "no-carer=yes"]).out
            #expect(text.hasPrefix("Standard MST (mst): not-eligible\n  not-eligible: no-carer: "))
            #expect(text.contains("\n  eligible: age: the age at referral is 14 years; Standard MST is for 11 to 17\n"))
            #expect(text.contains("\nMST-CAN (mst-can): "))
            #expect(text.contains("\nMST-FIT (mst-fit): "))
        }
    }

    @Test func `programs read the same, with sources`() async throws {
        try await lend { workplace in
            let words = Self.referral + ["--answer", "abuse-report=2026-05-01", "--answer", "neglect=yes"]
            let json = try await workplace.demand(words + ["--format", "json"]).out
            let screened = try JSONDecoder().decode(Screened.self, from: Data(json.utf8))
            #expect(screened.site == "north")
            #expect(screened.models.map(\.model) == ["mst", "mst-can", "mst-fit"])
            let reasons = screened.models[1].reasons
            #expect(reasons.contains { $0.code == "abuse-report" && $0.verdict == "eligible" })
            #expect(reasons.first { $0.code == "neglect" }?.source?.contains("[V]") == true)
        }
    }

    @Test func `a birth after the day asked about, or over 120 years before it, is a mistake of the command line`()
        async throws
    {
        try await lend { workplace in
            let words = ["screen", "--site", "north", "--on", "2026-06-15", "--born"]
            for (born, sentence) in [
                ("2026-07", "the child would be born in 2026-07, after the day of referral 2026-06-15"),
                ("1906-05", "somebody born in 1906-05 would be over 120 years old on the day of referral 2026-06-15"),
            ] {
                let refused = try await workplace.run(words + [born])
                #expect(refused.status == 64)
                #expect(refused.err.contains("--born: \(sentence)"), "\(refused.err)")
                #expect(refused.out == "")
            }
            for born in ["2026-06", "1906-06"] { try await workplace.demand(words + [born]) }
        }
    }

    @Test func `the questions are listed with what a yes means`() async throws {
        try await lend { workplace in
            let text = try await workplace.demand(["screen", "--site", "north", "--questions"]).out
            #expect(text.contains("  no-carer [excludes, yes or no] "))
            #expect(text.contains("  abuse-report [includes, a day, or no] "))
        }
    }

    @Test(
        arguments: [
            (["no-caror=yes"], 65, "no model of the site asks no-caror; was no-carer meant?"),
            (["zzzzzzzz=yes"], 65, "no model of the site asks zzzzzzzz; --questions lists those that there are"),
            (["no-carer=yes", "no-carer=no"], 65, "no-carer is answered twice"),
            (["no-carer=maybe"], 65, "no-carer is answered by yes, no or unknown"),
            (["abuse-report=yes"], 65, "abuse-report is answered by a day as YYYY-MM-DD, no or unknown"),
            (["abuse-report=2026-02-30"], 65, "abuse-report is answered by a day as YYYY-MM-DD, no or unknown"),
            (["no-carer"], 64, "write question=answer, as no-carer=no; --questions lists the questions"),
        ] as [([String], Int32, String)]
    )
    func `an answer that cannot be is refused with what would be right`(
        answers: [String], status: Int32, sentence: String
    ) async throws {
        try await lend { workplace in
            let refused = try await workplace.run(Self.referral + answers.flatMap { ["--answer", $0] })
            #expect(refused.status == status)
            #expect(refused.err.contains(sentence), "\(refused.err)")
            #expect(refused.out.isEmpty)
        }
    }
}
