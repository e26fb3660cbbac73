import Accounts
import CivilDate
import EpisodeStore
import Hummingbird
import Intervention
import Pages
import Practice
import Reporting
import Sites

/// Answers with the start page: the figures of a site for whoever reads some, and for everybody else who is signed in
/// what their roles are for.
struct StartHandler: Sendable {
    let parts: WebParts
    let frame: PageFrame

    func answer(_ visit: Visit) async throws -> Response {
        let practice = visit.session?.seat.map { parts.practice.asking(.account($0)) } ?? parts.practice
        let known = try await practice.sites()
        let now = parts.clock.now()
        // What somebody may not see is not there: neither in the list nor by its code.
        let sites = known.filter { site in
            visit.figures(of: site, on: SiteClock(site.timeZone).day(of: now)) != .none
        }
        let news = try await news(of: visit)
        if sites.isEmpty, let seat = visit.session?.seat {
            return Response(home(of: seat, at: known, news, on: now).document(in: visit.frame(frame, at: "/")))
        }
        return try await figures(of: sites, to: visit, news, practice, on: now)
    }

    private func home(of seat: Asker.Seat, at sites: [Site], _ news: StartNews, on now: Instant) -> HomePage {
        HomePage(
            roles: Offices.roles(of: seat, at: sites, on: now), offices: Offices.pages(of: seat, at: sites, on: now),
            news: news)
    }

    /// What others changed of what opens the visitor's account.
    private func news(of visit: Visit) async throws -> StartNews {
        guard let session = visit.session, session.stage == .full else { return StartNews() }
        let own = try await parts.door.signIn.ownAccount(of: session, at: visit.now)
        return StartNews(own.notices.filter { $0.by != nil }.map(\.sentence))
    }

    private func figures(
        of sites: [Site], to visit: Visit, _ news: StartNews, _ practice: Practice, on now: Instant
    ) async throws -> Response {
        let options = StartOptions(
            sites: sites.map { .init(value: $0.code.text, title: "\($0.name) (\($0.code))") }, models: models)
        let question = StartQuestion(QueryText(visit.request.uri.query), sites: sites, models: parts.models.ids) {
            SiteClock($0.timeZone).day(of: now)
        }
        guard let question else {
            let page = StartPage(.empty, options: options, form: StartForm(values: [:]))
            return Response(page.document(in: visit.frame(frame, at: "/")))
        }
        guard question.form.problems.isEmpty, let period = question.period else {
            let page = StartPage(.mistaken, options: options, form: question.form)
            return Response(page.document(in: visit.frame(frame, at: "/")), status: .badRequest)
        }
        var team: TeamCode?
        if case .team(let own) = visit.figures(of: question.site, on: SiteClock(question.site.timeZone).day(of: now)) {
            team = own
        }
        let scope = try ReportScope(sites: .one(question.site.code), team: team, models: question.models)
        let table = try await practice.indicators(of: scope, from: period.from, through: period.through)
        let further = visit.session?.seat.map { Offices.further(of: $0, at: sites, on: now) } ?? []
        let page = StartPage(
            .table(table, site: question.site.name), options: options, form: question.form, offices: further,
            news: news)
        return Response(page.document(in: visit.frame(frame, at: "/")))
    }

    /// Each model apart comes first: models aim at different things.
    private var models: [StartOptions.Option] {
        let each = parts.models.ids.map { id in
            StartOptions.Option(value: id.text, title: parts.models.newest(id)?.title ?? id.text)
        }
        return [.init(value: "", title: "Each model apart")] + each + [
            .init(value: "all", title: "All models added up")
        ]
    }
}
