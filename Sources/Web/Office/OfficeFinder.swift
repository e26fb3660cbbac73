import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Finds the sites at which somebody may do something, and the one that they mean.
struct OfficeFinder: Sendable {
    let practice: Practice

    /// The use cases as somebody asks them, and the site.
    struct Office: Sendable {
        let practice: Practice
        let site: Site
        let place: OfficePlace

        /// The day it is there.
        func day(_ now: Instant) -> CivilDate { SiteClock(site.timeZone).day(of: now) }
    }

    /// - Parameter wanted: the site's code; nil or empty for the first where they may do it.
    /// - Throws: status 404 where there is no such site for them.
    func office(of visit: Visit, for action: Action, at wanted: String?) async throws -> Office {
        guard let seat = visit.session?.seat else { throw WebRefusal(.notFound, .notFound) }
        let practice = practice.asking(.account(seat))
        let sites = try await practice.sites().filter { site in
            let day = SiteClock(site.timeZone).day(of: visit.now)
            return Policy.permit(action, to: .account(seat), at: site.id, on: day) != nil
        }
        let named = wanted.flatMap { $0.isEmpty ? nil : $0 }
        let found = named.map { code in sites.first { $0.code.text == code } } ?? sites.first
        guard let site = found else { throw WebRefusal(.notFound, .notFound) }
        return Office(
            practice: practice, site: site,
            place: OfficePlace(site: site.option, sites: sites.map(\.option)))
    }
}

extension Site {
    /// The site as something to choose.
    fileprivate var option: StartOptions.Option { .init(value: code.text, title: name) }
}

extension Response {
    /// A file to be kept.
    /// - Parameter name: a name of ours, without quotes.
    static func file(_ text: String, type: String, name: String) -> Response {
        var response = Response(text: text, type: type)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}
