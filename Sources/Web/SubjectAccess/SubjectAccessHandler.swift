import Accounts
import CivilDate
import Exchange
import HTTPTypes
import Hummingbird
import Intervention
import Markup
import Pages
import Practice
import Sites

/// Subject access: finds a child, shows all that is kept of it, and gives it out without what was ticked.
///
/// Whom it is about is posted and stands in no address.
struct SubjectAccessHandler: Sendable {
    private typealias Address = SubjectSearchPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    /// The most bytes of a list of what is to be taken out: a long record has some thousand entries.
    private static let longestList = 262_144

    var routes: [WebRoute] {
        let named: Set<String> = [OfficePlace.field, Address.child, Address.received]
        return [
            .get(Address.search, .action(.subjectAccess)) { try await begin($0) },
            .post(Address.search, .action(.subjectAccess), fields: [OfficePlace.field, Address.text]) {
                try await search($0)
            },
            .post(Address.pack, .action(.subjectAccess), fields: named) { try await show($0) },
            .post(
                Address.file, .action(.subjectAccess), fields: named.union([Address.wanted]), lists: [Address.out],
                bodySize: SubjectAccessHandler.longestList
            ) { try await give($0) },
        ]
    }

    /// What is around each of the pages.
    private func around(_ visit: Visit) -> PageFrame { visit.frame(frame, at: SubjectSearchPage.Address.search) }

    /// The second factor is asked for before anything is typed, so that nothing is typed twice.
    private func begin(_ visit: Visit) async throws -> Response {
        let wanted = QueryText(visit.request.uri.query).items.first { $0.name == OfficePlace.field }?.value
        let office = try await offices.office(of: visit, for: .subjectAccess, at: wanted)
        guard visit.session?.isSteppedUp(at: visit.now) == true else {
            throw PracticeFault.stepUpNeeded(.subjectAccess)
        }
        return Response(SubjectSearchPage(at: office.place, mark: visit.mark.text).document(in: around(visit)))
    }

    private func search(_ visit: Visit) async throws -> Response {
        let office = try await office(visit)
        var typed = SubjectSearchPage.Typed()
        typed.text = visit.form[Address.text]
        guard !typed.text.unicodeScalars.contains("\u{0}") else {
            return refused(
                "What to look for holds a character that cannot be kept, NUL. Take it out.", Address.text, typed,
                office, visit)
        }
        do {
            let found = try await office.practice.search(typed.text, at: office.site.code)
            let page = SubjectSearchPage(at: office.place, typed: typed, found: found, mark: visit.mark.text)
            return Response(page.document(in: around(visit)))
        } catch PeopleFault.nothingToSearch {
            return refused(
                "Write a name, or part of one, an NHS number or a unique pupil number.", Address.text, typed, office,
                visit)
        }
    }

    private func show(_ visit: Visit) async throws -> Response {
        try await draw(visit, try await office(visit), SubjectRedactions(), for: nil)
    }

    private func give(_ visit: Visit) async throws -> Response {
        guard let wanted = SubjectReviewPage.File(rawValue: visit.form[Address.wanted]) else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        // The list is of everything that is marked.
        let redactions = wanted == .list ? SubjectRedactions() : try redactions(visit)
        return try await draw(visit, try await office(visit), redactions, for: wanted)
    }

    /// A pack as it was asked for.
    /// - Parameter wanted: nil to be read.
    private func answer(
        _ pack: SubjectPack, for wanted: SubjectReviewPage.File?, at place: OfficePlace, _ visit: Visit
    ) throws -> Response {
        switch wanted {
        case nil: Response(SubjectReviewPage(pack, at: place, mark: visit.mark.text).document(in: around(visit)))
        case .page:
            .file(SubjectPage.document(pack).html, type: "text/html; charset=utf-8", name: "subject-access.html")
        case .programs:
            .file(
                try SubjectPackFile(pack).text(), type: "application/json; charset=utf-8", name: "subject-access.json")
        case .list: .file(pack.proposedRedactions, type: "text/plain; charset=utf-8", name: "redactions.txt")
        }
    }

    private func office(_ visit: Visit) async throws -> OfficeFinder.Office {
        try await offices.office(of: visit, for: .subjectAccess, at: visit.form[OfficePlace.field])
    }

    private func draw(
        _ visit: Visit, _ office: OfficeFinder.Office, _ redactions: SubjectRedactions,
        for wanted: SubjectReviewPage.File?
    ) async throws -> Response {
        var typed = SubjectSearchPage.Typed()
        (typed.child, typed.received) = (visit.form[Address.child], visit.form[Address.received])
        guard let naming = ChildNaming(typed.child) else {
            return refused(
                "Write the site’s reference of the child, as the record has it.", Address.child, typed, office, visit)
        }
        let received = CivilDate(iso: typed.received)
        guard received != nil || typed.received.isEmpty else {
            return refused(
                "The day on which the request came is no day of the calendar. Write year, month and day: 2026-03-31.",
                Address.received, typed, office, visit)
        }
        do {
            let pack = try await office.practice.subjectAccess(
                of: naming, at: office.site.code, receivedOn: received, redactions: redactions)
            return try answer(pack, for: wanted, at: office.place, visit)
        } catch RetentionFault.unknownChild, PracticeFault.unknownRecord {
            return refused(
                "\(office.site.name) has no child of that reference.", Address.child, typed, office, visit,
                status: .notFound)
        } catch is SubjectRedactions.Flaw {
            throw WebRefusal(.badRequest, .badRequest)
        }
    }

    private func refused(
        _ sentence: String, _ field: String, _ typed: SubjectSearchPage.Typed, _ office: OfficeFinder.Office,
        _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) -> Response {
        let page = SubjectSearchPage(
            at: office.place, typed: typed, problem: (sentence, field), mark: visit.mark.text)
        return Response(page.document(in: around(visit)), status: status)
    }

    /// What was ticked, each with the reason for which the pack marks it.
    private func redactions(_ visit: Visit) throws -> SubjectRedactions {
        let lines = visit.form.choices(Address.out).map { "\($0): not given: it is about others, or could cause harm" }
        guard
            !visit.form.choices(Address.out).contains(where: { $0.contains { $0.isNewline || $0 == "#" || $0 == ":" } })
        else { throw WebRefusal(.badRequest, .badRequest) }
        return try SubjectRedactions(lines.joined(separator: "\n"))
    }
}
