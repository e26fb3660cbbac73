import Accounts
import Exchange
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// The access log of a site: read in parts, filtered, and taken out.
struct AccessLogHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame

    /// How many looks a page shows at most.
    private static let onPage = 100

    var routes: [WebRoute] {
        [
            .get(AccessLogPage.Address.page, .action(.showAccessLog)) { try await show($0) },
            .get(AccessLogPage.Address.file, .action(.exportAccessLog)) { try await give($0) },
        ]
    }

    private func show(_ visit: Visit) async throws -> Response {
        let (office, asking) = try await question(visit, for: .showAccessLog)
        var reading = asking
        guard reading.filter.problem == nil else { return mistaken(reading, office, visit) }
        var asked = reading.question
        asked.atMost = AccessLogHandler.onPage
        do {
            let part = try await office.practice.accessLog(asked, at: office.site.code)
            let page = AccessLogPage(
                at: office.place, reading.filter, looks: part.looks, next: part.next.map(\.description))
            return Response(page.document(in: visit.frame(frame, at: AccessLogPage.Address.page)))
        } catch PracticeFault.unknownEpisode {
            reading.complain("\(office.site.name) has no episode of that reference.", .episode)
        } catch RetentionFault.unknownChild {
            reading.complain("\(office.site.name) has no child of that reference.", .child)
        }
        return mistaken(reading, office, visit)
    }

    /// All of it: an export begins at the first look that fits, whichever part the page showed.
    private func give(_ visit: Visit) async throws -> Response {
        let (office, reading) = try await question(visit, for: .exportAccessLog)
        guard reading.filter.problem == nil else { throw WebRefusal(.badRequest, .badRequest) }
        var file = AccessLogFile.head
        do {
            try await office.practice.exportAccessLog(reading.question, at: office.site.code) { part in
                file += AccessLogFile.lines(part.looks)
            }
        } catch PracticeFault.unknownEpisode {
            throw WebRefusal(.notFound, .notFound)
        } catch RetentionFault.unknownChild {
            throw WebRefusal(.notFound, .notFound)
        }
        return .file(
            String(decoding: file, as: UTF8.self), type: "text/csv; charset=utf-8; header=present",
            name: "access-log.csv")
    }

    private func question(
        _ visit: Visit, for action: Action
    ) async throws -> (OfficeFinder.Office, AccessLogReading) {
        let query = QueryText(visit.request.uri.query)
        let wanted = query.items.first { $0.name == OfficePlace.field }?.value
        let office = try await offices.office(of: visit, for: action, at: wanted)
        let reading = try AccessLogReading(query, today: SiteClock(office.site.timeZone).day(of: visit.now))
        return (office, reading)
    }

    private func mistaken(
        _ reading: AccessLogReading, _ office: OfficeFinder.Office, _ visit: Visit
    ) -> Response {
        let page = AccessLogPage(at: office.place, reading.filter)
        return Response(page.document(in: visit.frame(frame, at: AccessLogPage.Address.page)), status: .badRequest)
    }
}
