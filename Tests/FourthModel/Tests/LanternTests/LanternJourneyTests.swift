import Foundation
import Testing

/// The model for real: its own command over a database that it makes, from the referral to the follow-up.
struct LanternJourneyTests {
    private static let site = """
        code: harbour
        name: Harbour
        jurisdiction: england
        timeZone: Europe/London
        teams:
          - code: nights
            model: lantern
            startedOn: 2020-01-06

        """

    private static let register = """
        episode_ref,team,model,child_ref,therapist,birth_month,referred_on,decision,decided_on,first_session_on,\
        closed_on,closure_reason,at_home,in_school_or_work,no_new_arrests
        L-1,nights,lantern,C-1,t-1,2015-05,2024-01-08,accepted,2024-01-10,2024-01-15,2024-04-12,completed,yes,yes,yes
        L-2,nights,lantern,C-2,t-1,2016-02,2026-01-05,accepted,2026-01-07,2026-01-12,,,,,

        """

    private static let interviews = """
        episode_ref,instrument,interviewed_on,result,collected_by,respondent,score
        L-1,demo-adherence,2024-01-24,completed,call-centre,mother,0.75
        L-1,demo-adherence,2024-02-20,completed,call-centre,mother,0.85

        """

    private static let followUps = """
        episode_ref,month,held_on,status,at_home,in_school_or_work,no_new_arrests,outcomes
        L-1,6,2024-10-14,unreachable,,,,
        L-1,6,2024-10-21,collected,yes,yes,unknown,sleeps=yes

        """

    @Test func `an episode of the fourth model runs from referral to follow-up`() throws {
        try Lanterns.lend { lanterns in
            try lanterns.demand("model", "check")
            #expect(try lanterns.demand("model", "show", "lantern").contains("Sleeps through"))
            try lanterns.write(Self.site, to: "site.yaml")
            try lanterns.write(Self.register, to: "register.csv")
            try lanterns.write(Self.interviews, to: "interviews.csv")
            try lanterns.write(Self.followUps, to: "follow-ups.csv")
            try lanterns.demand("cluster", "start")
            try lanterns.demand("migrate")
            try lanterns.demand("site", "apply", "site.yaml")
            for (list, file) in [
                ("register", "register.csv"), ("interviews", "interviews.csv"), ("follow-ups", "follow-ups.csv"),
            ] {
                try lanterns.demand("import", list, file, "--site", "harbour")
            }
            let duties = try lanterns.demand("duties", "--site", "harbour", "--on", "2026-01-20", "--format", "json")
            #expect(duties.contains("night-plan"))
            let report = try lanterns.demand(
                "report", "indicators", "--site", "harbour", "--from", "2024-01-01", "--to", "2024-12-31",
                "--format", "json"
            )
            let table = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
            let rows = try #require(table["rows"] as? [[String: Any]])
            let completed = try #require(rows.first { $0["key"] as? String == "completed" })
            #expect(completed["model"] as? String == "lantern")
            #expect(completed["numerator"] as? Int == 1)
            #expect(completed["denominator"] as? Int == 1)
            #expect(try lanterns.demand("verify").contains("sound"))
            let other = Self.followUps.replacing("sleeps=yes", with: "naps=yes")
            try lanterns.write(other, to: "follow-ups.csv")
            let refused = try lanterns.run(["import", "follow-ups", "follow-ups.csv", "--site", "harbour"])
            #expect(refused.status == 65)
            #expect(
                refused.err.contains("the outcome is none of the episode's model") || refused.out.contains("outcome"))
        }
    }
}
