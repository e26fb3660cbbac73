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
                    overview(visit, seen, problem: nil).document(in: frame)
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
                        after: query[Address.after].flatMap { Int64($0) }.map { StreamSeq($0) },
                        corrects: visit.may(.correctEpisode, at: seen.office, with: seen.family)
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

    private func overview(_ visit: Visit, _ seen: Seen, problem: String?) -> EpisodePage {
        let typed = QueryFields(visit).text(FamilyPages.Address.known) ?? ""
        return EpisodePage(
            seen.family, seen.ref, at: seen.place, records: records(visit, seen),
            earlier: .init(typed: typed, problem: problem))
    }

    /// Answers with a page as of now or as of an earlier day; of a day of which nothing can be shown with the overview of
    /// now, which says so.
    private func answer(_ visit: Visit, _ page: (Seen, PageFrame) -> Document) async throws -> Response {
        let query = QueryFields(visit)
        let (ref, site) = (query[EpisodePage.Address.ref], query[OfficePlace.field])
        guard let typed = query.text(FamilyPages.Address.known) else {
            return Response(
                page(try await offices.family(of: visit, for: .showEpisode, ref, at: site), visit.frame(frame)))
        }
        let problem: String
        if let day = CivilDate(iso: typed) {
            do {
                let seen = try await offices.family(of: visit, for: .showEpisode, ref, at: site, knownOn: day)
                return Response(page(seen, visit.frame(frame)))
            } catch let fault as EarlierFault {
                problem = fault.sentence
            }
        } else {
            problem = QueryFields.noDay
        }
        let seen = try await offices.family(of: visit, for: .showEpisode, ref, at: site)
        return Response(overview(visit, seen, problem: problem).document(in: visit.frame(frame)), status: .badRequest)
    }
}

/// Why an earlier day of a family cannot be shown.
private enum EarlierFault: Error {
    case notCome
    case notYetReferred

    var sentence: String {
        switch self {
        case .notCome: "That day has not come yet. Give today or an earlier day."
        case .notYetReferred:
            "Nothing was known of the family on that day. Give the day of its referral or a later one."
        }
    }
}

extension OfficeFinder {
    /// The family that a visitor means.
    /// - Parameter knownOn: shows what was known on that day; nil for what is known now.
    /// - Throws: status 404 when there is none for them; ``EarlierFault``.
    func family(
        of visit: Visit, for action: Action, _ ref: String?, at site: String?, knownOn: CivilDate? = nil
    ) async throws -> FamilyHandler.Seen {
        let office = try await office(of: visit, for: action, at: site)
        guard let ref = ref.flatMap({ EpisodeRef($0) }) else { throw WebRefusal(.notFound, .notFound) }
        let today = office.day(visit.now)
        if let knownOn, knownOn > today { throw EarlierFault.notCome }
        // What is known today is what is known now.
        let known = knownOn == today ? nil : knownOn
        do {
            let family = try await office.practice.familySheet(ref, at: office.site.code, knownOn: known)
            return FamilyHandler.Seen(family: family, ref: ref, place: office.place, office: office)
        } catch PracticeFault.unknownEpisode where known != nil {
            throw EarlierFault.notYetReferred
        } catch PracticeFault.notYetReferred {
            guard known != nil else { throw WebRefusal(.notFound, .notFound) }
            throw EarlierFault.notYetReferred
        }
    }
}
