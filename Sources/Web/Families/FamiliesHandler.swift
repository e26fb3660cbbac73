import Accounts
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Answers with the families of somebody's day, and with those of a team.
struct FamiliesHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(FamiliesPage.Address.own, .action(.showEpisode)) { try await own($0) },
            .get(FamiliesPage.Address.team, .action(.showEpisode)) { try await team($0) },
        ]
    }

    private func own(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .showEpisode, at: query[OfficePlace.field])
        var question = FamilyQuestion()
        question.text = query.text(FamiliesPage.Address.text)
        question.therapists = visit.ownStaffCodes(at: office.site.id, on: office.day(visit.now))
        let board = try await office.practice.familyBoard(question, at: office.site.code)
        let page = FamiliesPage(
            board, of: question, at: office.place, records: visit.may(.recordEpisode, at: office),
            recorded: query[FamiliesPage.Address.recorded].flatMap { EpisodeRef($0) }, unsent: visit.unsent)
        let around = visit.frame(frame, at: FamiliesPage.Address.own)
        return .keepingContacts(page.document(in: around.keepingContacts))
    }

    private func team(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .showEpisode, at: query[OfficePlace.field])
        var question = FamilyQuestion()
        question.text = query.text(FamiliesPage.Address.text)
        question.team = query[FamiliesPage.Address.code].flatMap { TeamCode($0) }
        question.therapists = query[FamiliesPage.Address.therapist].flatMap { StaffCode($0) }.map { [$0] }
        if let team = question.team, office.site.team(team) == nil { throw WebRefusal(.notFound, .notFound) }
        let board = try await office.practice.familyBoard(question, withTeams: true, at: office.site.code)
        let desk = TeamDesk(
            referrals: try await referrals(of: question.team, visit, office),
            commentsOn: visit.may(.commentSummary, at: office), handsOver: visit.may(.reallocate, at: office))
        let page = FamiliesPage(
            board, of: question, at: office.place, team: desk, records: visit.may(.recordEpisode, at: office))
        return Response(page.document(in: visit.frame(frame, at: FamiliesPage.Address.team)))
    }

    /// The referrals that nobody has taken on, where the visitor decides about referrals; nil where they do not.
    private func referrals(
        of team: TeamCode?, _ visit: Visit, _ office: OfficeFinder.Office
    ) async throws -> [WaitingReferral]? {
        guard visit.may(.showReferrals, at: office) else { return nil }
        return try await office.practice.referralInbox(at: office.site.code).referrals.filter {
            $0.step != .beginning && (team == nil || $0.team == team)
        }
    }
}
