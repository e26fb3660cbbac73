import Accounts
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Answers with an episode as it stands today. What is not there and what the asker may not see look the same.
struct EpisodeHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [.get(EpisodePage.Address.page, .action(.showEpisode)) { try await show($0) }]
    }

    private func show(_ visit: Visit) async throws -> Response {
        let query = QueryText(visit.request.uri.query)
        func named(_ field: String) -> String? { query.items.first { $0.name == field }?.value }
        let office = try await offices.office(of: visit, for: .showEpisode, at: named(OfficePlace.field))
        guard let ref = named(EpisodePage.Address.ref).flatMap({ EpisodeRef($0) }) else {
            throw WebRefusal(.notFound, .notFound)
        }
        let sheet = try await office.practice.episode(ref, at: office.site.code)
        return Response(EpisodePage(sheet, ref, at: office.place).document(in: frame))
    }
}
