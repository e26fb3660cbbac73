import API
import Accounts
import CivilDate
import Intervention
import Practice
import Reporting
import Sites

/// Reports, with the JSON that the commands print.
struct ReportOperations: Sendable {
    let models: ModelRegistry

    func ofSite(_ call: APICall) async throws -> APIAnswer {
        let code = try call.site()
        guard let site = try await call.practice.sites().first(where: { $0.code == code }) else { throw Problem.absent }
        return try await run(call, sites: .one(code), team: call.team ?? own(of: call, at: site))
    }

    func ofNetwork(_ call: APICall) async throws -> APIAnswer { try await run(call, sites: .all, team: nil) }

    /// The own team of somebody who may not see the figures of the whole site; what they may not see is not there.
    private func own(of call: APICall, at site: Site) -> TeamCode? {
        let day = SiteClock(site.timeZone).day(of: call.now)
        guard let permit = Policy.permit(.report, to: .account(call.seat), at: site.id, on: day),
            permit.ofSite.isEmpty
        else { return nil }
        for claim in permit.claims {
            if case .team(let id) = claim.breadth, let team = site.teams.first(where: { $0.id == id }) {
                return team.code
            }
        }
        return nil
    }

    private func run(_ call: APICall, sites: ReportScope.Sites, team: TeamCode?) async throws -> APIAnswer {
        guard let from = try call.day("from") else { throw Problem.wrongParameter("from", .day) }
        guard let through = try call.day("to") else { throw Problem.wrongParameter("to", .day) }
        let model = call.query["model"].flatMap { ModelID($0) }
        let scope = try ReportScope(sites: sites, team: team, models: model.map { .one($0) } ?? .pooled)
        let asking = Asking(practice: call.practice, scope: scope, from: from, through: through)
        let indicator = call.query["indicator"].flatMap { Indicator(rawValue: $0) } ?? .completed
        let grouping: ComparisonReport.Grouping = sites == .all ? .site : .team
        if let written = try await table(call, scope, sites, from: from, through: through) {
            return APIAnswer(.written(written))
        }
        let document =
            switch call.path["report"] {
            case "comparison": try await asking.ask(ComparisonReport(indicator, by: grouping))
            case "trend": try await asking.ask(TrendReport(indicator, every: .month))
            case "time-to-placement": try await asking.ask(PlacementTimeReport())
            case "follow-up": try await asking.ask(FollowUpReport())
            case "reach": try await asking.ask(ReachReport())
            case "quality": try await asking.ask(QualityReport())
            default: throw Problem.absent
            }
        return APIAnswer(.written(document.json()))
    }

    /// The tables that have a form of their own; nil for the other reports.
    private func table(
        _ call: APICall, _ scope: ReportScope, _ sites: ReportScope.Sites, from: CivilDate, through: CivilDate
    ) async throws -> String? {
        let practice = call.practice
        switch call.path["report"] {
        case "indicators": return try await practice.indicators(of: scope, from: from, through: through).json()
        case "referrals": return try await practice.referrals(of: scope, from: from, through: through).json()
        case "care-days": return try await practice.careDays(of: scope, from: from, through: through).json()
        case "adherence":
            guard case .one(let code) = sites else { throw Problem.absent }
            if let name = ["team", "model", "indicator"].first(where: { call.query[$0] != nil }) {
                throw Problem(
                    .wrongParameter, "The report on adherence is of the whole site, by model.",
                    at: [Flaw("/query/\(name)", "Leave it out.")])
            }
            return try await practice.adherence(at: code, from: from, through: through, by: .model).json()
        default: return nil
        }
    }

    /// A report asked of a scope and a period.
    private struct Asking {
        let practice: Practice
        let scope: ReportScope
        let from: CivilDate
        let through: CivilDate

        func ask<Report: FactReport>(_ report: Report) async throws -> ReportDocument {
            try await practice.report(report, of: scope, from: from, through: through).document
        }
    }
}
