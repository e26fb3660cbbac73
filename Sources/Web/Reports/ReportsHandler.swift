import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Reporting
import Sites

/// The reports of a site, and those of the network.
struct ReportsHandler: Sendable {
    let offices: OfficeFinder
    let models: ModelRegistry
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(ReportsPage.Address.site, .action(.report)) { try await ofSite($0) },
            .get(ReportsPage.Address.network, .action(.networkReport)) { try await ofNetwork($0) },
        ]
    }

    private func ofSite(_ visit: Visit) async throws -> Response {
        let query = QueryText(visit.request.uri.query)
        let wanted = query.items.first { $0.name == OfficePlace.field }?.value
        let office = try await offices.office(of: visit, for: .report, at: wanted)
        let today = SiteClock(office.site.timeZone).day(of: visit.now)
        let reading = try ReportsReading(query, models: models.ids, today: today)
        let team: TeamCode? = if case .team(let own) = visit.figures(of: office.site, on: today) { own } else { nil }
        return try await answer(
            reading, office.practice, sites: .one(office.site.code), team: team, at: office.place,
            in: visit.frame(frame, at: ReportsPage.Address.site))
    }

    private func ofNetwork(_ visit: Visit) async throws -> Response {
        guard let seat = visit.session?.seat else { throw WebRefusal(.notFound, .notFound) }
        let query = QueryText(visit.request.uri.query)
        guard !query.items.contains(where: { $0.name == OfficePlace.field }) else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        // All sites keep the day of the same islands; a day that has not come at one of them is no usual period's.
        let reading = try ReportsReading(query, models: models.ids, today: visit.now.utcDay)
        return try await answer(
            reading, offices.practice.asking(.account(seat)), sites: .all, at: nil,
            in: visit.frame(frame, at: ReportsPage.Address.network))
    }

    private func answer(
        _ asked: ReportsReading, _ practice: Practice, sites: ReportScope.Sites, team: TeamCode? = nil,
        at place: OfficePlace?, in frame: PageFrame
    ) async throws -> Response {
        var reading = asked
        let isWhole = sites != .all && team == nil
        let kinds = ReportKind.allCases.filter { isWhole || !ReportKind.ofWholeSite.contains($0) }
        if let kind = reading.question?.kind, !kinds.contains(kind) {
            reading.complain("There is no such report here. Choose one of the list.", .report)
            return page(reading, kinds, at: place, nil, in: frame)
        }
        do {
            let found = try await find(reading.question, practice, sites, team)
            return page(reading, kinds, at: place, found, in: frame)
        } catch PracticeFault.unknownModel {
            reading.complain("This model is not run here. Choose another.", .model)
        } catch let fault as ReportFault where !fault.isPassing {
            reading.complain("This cannot be reported: \(fault).", .report)
        }
        return page(reading, kinds, at: place, nil, in: frame)
    }

    private func page(
        _ reading: ReportsReading, _ kinds: [ReportKind], at place: OfficePlace?, _ answer: ReportsPage.Answer?,
        in frame: PageFrame
    ) -> Response {
        let each = models.ids.map { id in
            StartOptions.Option(value: id.text, title: models.newest(id)?.title ?? id.text)
        }
        let page = ReportsPage(
            at: place, kinds: kinds, models: [.init(value: "", title: "All models added up")] + each,
            values: reading.values,
            problem: reading.problem, answer: answer)
        return Response(page.document(in: frame), status: reading.problem == nil ? .ok : .badRequest)
    }

    private func find(
        _ question: ReportsReading.Question?, _ practice: Practice, _ sites: ReportScope.Sites, _ team: TeamCode?
    ) async throws -> ReportsPage.Answer? {
        guard let question else { return nil }
        let scope = try ReportScope(sites: sites, team: team, models: question.models)
        let asking = Asking(practice: practice, scope: scope, period: question.period)
        switch question.kind {
        case .comparison:
            let grouping: ComparisonReport.Grouping = sites == .all ? .site : .team
            let found = try await asking.ask(ComparisonReport(question.indicator, by: grouping))
            return .init(found.document, picture: found.picture)
        case .trend:
            let found = try await asking.ask(TrendReport(question.indicator, every: .month))
            return .init(found.document, picture: found.picture)
        case .timeToPlacement:
            let found = try await asking.ask(PlacementTimeReport())
            return .init(found.document, picture: found.picture)
        case .followUp: return .init(try await asking.ask(FollowUpReport()).document, picture: nil)
        case .reach: return .init(try await asking.ask(ReachReport()).document, picture: nil)
        case .quality: return .init(try await asking.ask(QualityReport()).document, picture: nil)
        case .prePost:
            return .init(
                try await asking.ask(PrePostReport(before: .year, after: .year)).document, picture: nil)
        case .programmeReview:
            guard case .one(let site) = sites else { return nil }
            let found = try await practice.programmeReview(
                of: site, from: question.period.from, through: question.period.through)
            return .init(found.document, picture: nil)
        case .referrals:
            let found = try await practice.referrals(
                of: scope, from: question.period.from, through: question.period.through)
            return .init(found.document, picture: nil)
        }
    }

    /// A report asked of a scope and a period.
    private struct Asking {
        let practice: Practice
        let scope: ReportScope
        let period: CivilPeriod

        func ask<Report: FactReport>(_ report: Report) async throws -> Report.Answer {
            try await practice.report(report, of: scope, from: period.from, through: period.through)
        }
    }
}

extension ReportFault {
    /// Whether the same may succeed later.
    fileprivate var isPassing: Bool { if case .staleFacts = self { true } else { false } }
}
