import Accounts
import CivilDate
import Hummingbird
import Intervention
import NightlyJobs
import Pages
import Practice
import Sites

/// The nightly ledger of a site.
struct NightsHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame
    /// Knows how the nights stand; nil where nobody asks for that.
    let nights: NightWorker?

    var routes: [WebRoute] {
        [.get(SitePages.Address.nights, .action(.showJobs)) { try await show($0) }]
    }

    private func show(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .showJobs, at: query[OfficePlace.field])
        let typed = query.text(NightsPage.Address.through) ?? ""
        let through = CivilDate(iso: typed)
        guard typed.isEmpty || through != nil else {
            return page([], visit, office, typed, problem: QueryFields.noDay)
        }
        guard let worker = nights?.over(office.practice),
            let site = try await office.practice.nightSites().first(where: { $0.code == office.site.code })
        else { return page([], visit, office, typed) }
        let last = through ?? office.day(visit.now)
        do {
            let lines = try await NightDesk(worker, at: site).list(
                from: last.adding(days: 1 - NightsPage.Address.days), through: last)
            return page(lines.map(\.line), visit, office, typed)
        } catch let fault as JobFault {
            return page([], visit, office, typed, problem: "\(fault)")
        }
    }

    private func page(
        _ lines: [NightLine], _ visit: Visit, _ office: OfficeFinder.Office, _ through: String, problem: String? = nil
    ) -> Response {
        let page = NightsPage(
            lines, of: nights?.jobs.map { NightJob(name: $0.name.text, summary: $0.summary) } ?? [], at: office.place,
            visit.ways(at: office), clock: SiteClock(office.site.timeZone), through: through, problem: problem)
        return Response(page.document(in: visit.frame(frame)), status: problem == nil ? .ok : .badRequest)
    }
}

extension ListedNight {
    fileprivate var line: NightLine {
        NightLine(
            job: key.job.text, date: key.date, state: state, isLate: isLate, isUnusual: isUnusual,
            endedAt: occurrence?.endedAt, changed: occurrence.flatMap { $0.state == .done ? $0.tally.sentence : nil },
            tries: occurrence?.tries ?? 0, retryAt: occurrence?.retryAt, reason: occurrence?.reason)
    }

    private var state: NightLine.State {
        switch occurrence?.state {
        case nil: .unplanned
        case .planned: .planned
        case .running: .running
        case .done: .done
        case .failed: .failed
        case .skipped: .skipped
        case .blocked: .blocked
        }
    }
}
