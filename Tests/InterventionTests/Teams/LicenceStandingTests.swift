import CivilDate
import Intervention
import Testing

@Suite struct LicenceStandingTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private static func facts(_ terms: [(String, String)], _ stages: [(SiteStage, String)] = []) throws -> TeamFacts {
        var facts = TeamFacts()
        for (from, through) in terms {
            let term = try #require(LicenceTerm(from: day(from), through: day(through)))
            facts.licences.append(Dated(term, on: term.from))
        }
        for (stage, on) in stages { facts.stages.append(Dated(stage, on: try day(on))) }
        return facts
    }

    @Test func `both ends of a term belong to it, and terms that touch are one`() throws {
        let standing = LicenceStanding(
            try Self.facts([("2024-01-01", "2024-12-31"), ("2025-01-01", "2025-12-31"), ("2026-03-01", "2026-12-31")]))
        func licence(_ day: String) throws -> LicenceStanding.Licence { standing.licence(on: try Self.day(day)) }
        #expect(try licence("2023-12-31") == .begins(Self.day("2024-01-01")))
        #expect(try licence("2024-01-01") == .held(through: Self.day("2025-12-31")))
        #expect(try licence("2025-12-31") == .held(through: Self.day("2025-12-31")))
        #expect(try licence("2026-01-01") == .expired(Self.day("2025-12-31")))
        #expect(try licence("2026-12-31") == .held(through: Self.day("2026-12-31")))
        #expect(try licence("2027-01-01") == .expired(Self.day("2026-12-31")))
    }

    @Test func `a new family needs a licence and the readiness review behind the team`() throws {
        let term = [("2024-01-01", "2024-12-31")]
        let day = try Self.day("2024-06-01")
        #expect(LicenceStanding(TeamFacts()).obstacle(on: day) == .noLicence)
        #expect(LicenceStanding(try Self.facts(term)).obstacle(on: day) == .beforeReadinessReview(nil))
        let early = try Self.facts(term, [(.criticalIssues, "2023-10-01"), (.readinessReview, "2024-06-02")])
        #expect(LicenceStanding(early).obstacle(on: day) == .beforeReadinessReview(.criticalIssues))
        #expect(LicenceStanding(early).obstacle(on: day.adding(days: 1)) == nil)
        let back = try Self.facts(term, [(.supportedOperation, "2024-02-01"), (.criticalIssues, "2024-05-01")])
        #expect(LicenceStanding(back).obstacle(on: day) == .beforeReadinessReview(.criticalIssues))
    }
}
