import Accounts
import CivilDate
import EpisodeStore
import Hummingbird
import Intervention
import Pages
import Practice
import Reporting
import Sites

/// Answers with the start page.
struct StartHandler: Sendable {
    let parts: WebParts
    let frame: PageFrame

    func answer(_ visit: Visit) async throws -> Response {
        let practice = visit.session?.seat.map { parts.practice.asking(.account($0)) } ?? parts.practice
        let sites = try await practice.sites()
        let options = StartOptions(
            sites: sites.map { .init(value: $0.code.text, title: "\($0.name) (\($0.code))") }, models: models)
        let now = parts.clock.now()
        let question = StartQuestion(QueryText(visit.request.uri.query), sites: sites, models: parts.models.ids) {
            SiteClock($0.timeZone).day(of: now)
        }
        guard let question else {
            let page = StartPage(.empty, options: options, form: StartForm(values: [:]))
            return Response(page.document(in: frame))
        }
        guard question.form.problems.isEmpty, let period = question.period else {
            let page = StartPage(.mistaken, options: options, form: question.form)
            return Response(page.document(in: frame), status: .badRequest)
        }
        var team: TeamCode?
        switch visit.figures(of: question.site, on: SiteClock(question.site.timeZone).day(of: now)) {
        case .site: break
        case .team(let own): team = own
        // Signing in leads here: who has other work to do is led to where it is listed.
        case .none: return .elsewhere("/account")
        }
        let scope = try ReportScope(sites: .one(question.site.code), team: team, models: question.models)
        let table = try await practice.indicators(of: scope, from: period.from, through: period.through)
        let page = StartPage(.table(table, site: question.site.name), options: options, form: question.form)
        return Response(page.document(in: frame))
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
