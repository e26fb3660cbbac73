import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Markup
import Pages
import Practice
import Sites

/// Answers with the pages of one family. What is not there and what the asker may not see look the same.
struct FamilyHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        typealias Address = FamilyPages.Address
        return [
            .get(Address.overview, .action(.showEpisode)) { visit in
                try await answer(visit) { seen, frame in
                    EpisodePage(seen.family, seen.ref, at: seen.place, records: records(visit, seen))
                        .document(in: frame)
                }
            },
            .get(Address.work, .action(.showEpisode)) { visit in
                try await answer(visit) { seen, frame in
                    FamilyWork(seen.family, seen.ref, at: seen.place, records: records(visit, seen))
                        .document(in: frame)
                }
            },
            .get(Address.timeline, .action(.showEpisode)) { visit in
                try await answer(visit) { seen, frame in
                    let query = QueryFields(visit)
                    return FamilyTimeline(
                        seen.family, seen.ref, at: seen.place,
                        kind: query[Address.kind].flatMap { FamilyTimeline.Kind(rawValue: $0) },
                        after: query[Address.after].flatMap { Int64($0) }.map { StreamSeq($0) }
                    ).document(in: frame)
                }
            },
        ]
    }

    /// A family that a visitor looks at.
    struct Seen: Sendable {
        let family: FamilySheet
        let ref: EpisodeRef
        let place: OfficePlace
        let office: OfficeFinder.Office
    }

    /// Whether the visitor writes in the record that they read.
    private func records(_ visit: Visit, _ seen: Seen) -> Bool { visit.may(.recordEpisode, at: seen.office) }

    private func answer(_ visit: Visit, _ page: (Seen, PageFrame) -> Document) async throws -> Response {
        let query = QueryFields(visit)
        let seen = try await offices.family(
            of: visit, for: .showEpisode, query[EpisodePage.Address.ref], at: query[OfficePlace.field],
            knownOn: query[FamilyPages.Address.known])
        return Response(page(seen, visit.frame(frame)))
    }
}

extension OfficeFinder {
    /// The family that a visitor means.
    /// - Throws: status 404 when there is none for them.
    func family(
        of visit: Visit, for action: Action, _ ref: String?, at site: String?, knownOn: String? = nil
    ) async throws -> FamilyHandler.Seen {
        let office = try await office(of: visit, for: action, at: site)
        guard let ref = ref.flatMap({ EpisodeRef($0) }) else { throw WebRefusal(.notFound, .notFound) }
        let day = knownOn.flatMap { CivilDate(iso: $0) }
        let known = day.flatMap { $0 < office.day(visit.now) ? $0 : nil }
        do {
            let family = try await office.practice.familySheet(ref, at: office.site.code, knownOn: known)
            return FamilyHandler.Seen(family: family, ref: ref, place: office.place, office: office)
        } catch PracticeFault.notYetReferred {
            throw WebRefusal(.notFound, .notFound)
        }
    }
}
