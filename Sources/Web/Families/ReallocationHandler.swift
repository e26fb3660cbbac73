import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Hands families of a therapist over to another. Each family is an allocation of its own, done once however often the form
/// is sent; what cannot be done is told for each.
struct ReallocationHandler: Sendable {
    private typealias Address = ReallocationPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.reallocate)) { try await ask($0) },
            .post(Address.page, .action(.reallocate), fields: Address.fields, lists: [Address.family]) {
                try await preview($0)
            },
            .post(
                Address.confirm, .action(.reallocate),
                fields: Address.fields.union(["\(Address.version)-*", AskForm.buttonField]), lists: [Address.family]
            ) { try await confirm($0) },
        ]
    }

    private struct Desk {
        let office: OfficeFinder.Office
        let wish: ReallocationWish
    }

    private func desk(_ visit: Visit, _ field: (String) -> String?) async throws -> Desk {
        let office = try await offices.office(of: visit, for: .reallocate, at: field(OfficePlace.field))
        guard let team = field(FamiliesPage.Address.code).flatMap({ TeamCode($0) }), office.site.team(team) != nil,
            let staff = field(Address.from).flatMap({ StaffCode($0) })
        else { throw WebRefusal(.notFound, .notFound) }
        return Desk(office: office, wish: ReallocationWish(of: staff, in: team))
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let desk = try await desk(visit) { query[$0] }
        let today = DateParts.text(desk.office.day(visit.now)).split(separator: " ").map(String.init)
        let texts = Dictionary(uniqueKeysWithValues: Array(zip(DateParts.names(Address.day), today)))
        return try await choice(desk, visit, FormValues(texts: texts), key: Visit.newKey())
    }

    private func choice(
        _ desk: Desk, _ visit: Visit, _ values: FormValues, _ faults: [FormFault] = [], key: String
    ) async throws -> Response {
        let sheet = try await desk.office.practice.reallocation(desk.wish, at: desk.office.site.code)
        let page = ReallocationPage(sheet, at: desk.office.place, key: key, mark: visit.mark.text)
        return Response(
            page.choice(values, faults: faults, in: visit.frame(frame, at: FamiliesPage.Address.team)),
            status: faults.isEmpty ? .ok : .badRequest)
    }

    /// What a form that was sent asks for, and what is wrong with it.
    private func read(_ visit: Visit, _ desk: Desk) -> (wish: ReallocationWish, reading: FormReading) {
        var (wish, reading) = (desk.wish, FormReading(visit.form))
        wish.families = Set(
            reading.choices(Address.family, "The families") { EpisodeRef($0) })
        if wish.families.isEmpty { reading.complain(Address.family, "No family is chosen. Tick at least one.") }
        wish.to = reading.choice(Address.to, "Who is to have them") { StaffCode($0) }
        wish.day = reading.day(Address.day, "The day")
        return (wish, reading)
    }

    private func preview(_ visit: Visit) async throws -> Response {
        let desk = try await desk(visit) { visit.form[$0] }
        let (wish, reading) = read(visit, desk)
        let key = visit.form[AskForm.keyField]
        guard reading.faults.isEmpty else {
            return try await choice(desk, visit, reading.values, reading.faults, key: key)
        }
        let sheet = try await desk.office.practice.reallocation(wish, at: desk.office.site.code)
        let page = ReallocationPage(sheet, at: desk.office.place, key: key, mark: visit.mark.text)
        return Response(page.preview(reading.values, in: visit.frame(frame, at: FamiliesPage.Address.team)))
    }

    private func confirm(_ visit: Visit) async throws -> Response {
        let desk = try await desk(visit) { visit.form[$0] }
        let (wish, reading) = read(visit, desk)
        let isReady = reading.faults.isEmpty && visit.form[AskForm.buttonField] != Address.change
        let hasSeen = wish.families.contains { !visit.form["\(Address.version)-\($0)"].isEmpty }
        guard isReady, hasSeen, let new = wish.to, let day = wish.day else {
            return try await choice(desk, visit, reading.values, reading.faults, key: visit.form[AskForm.keyField])
        }
        let sheet = try await desk.office.practice.reallocation(wish, at: desk.office.site.code)
        let obstacles = Dictionary(sheet.families.map { ($0.ref, $0.obstacle) }) { first, _ in first }
        let key = try visit.keyed().key
        var results: [ReallocationPage.Result] = []
        for ref in wish.families.sorted() {
            if let obstacle = obstacles[ref] ?? nil {
                results.append(.stays(ref, because: obstacle.sentence))
            } else {
                let write = EpisodeWrite.allocate(wish.team, therapist: new)
                results.append(try await give(ref, write, to: new, on: day, as: key, visit, desk.office))
            }
        }
        let page = ReallocationPage(sheet, at: desk.office.place, key: key, mark: visit.mark.text)
        return Response(page.done(results, in: visit.frame(frame, at: FamiliesPage.Address.team)))
    }

    /// Gives one family to somebody, once under the form's key and its reference.
    private func give(
        _ ref: EpisodeRef, _ write: EpisodeWrite, to new: StaffCode, on day: CivilDate, as key: String, _ visit: Visit,
        _ office: OfficeFinder.Office
    ) async throws -> ReallocationPage.Result {
        guard let number = Int64(visit.form["\(Address.version)-\(ref)"]), number > 0 else {
            return .stays(ref, because: "Look at it once more, and hand it over then.")
        }
        do {
            _ = try await office.practice.recordOnce(
                write, on: day, in: ref, seen: StreamSeq(number),
                as: KeyedWrite(key: "\(key) \(ref)", request: "\(visit.request.uri.path) \(new) \(day) \(number)"),
                at: office.site.code)
            return .done(ref, to: new)
        } catch let fault as PracticeFault {
            guard let sentence = fault.ofOneFamily else { throw fault }
            return .stays(ref, because: sentence)
        } catch {
            guard let fault = ReferralFault(error) else { throw error }
            return .stays(ref, because: fault.sentence)
        }
    }
}

extension PracticeFault {
    /// What is told of a family that somebody may not change; nil for faults that are not about one.
    fileprivate var ofOneFamily: String? {
        switch self {
        case .notAllowed, .unknownEpisode: "It is not yours to hand over. Ask the supervisor of its team."
        default: nil
        }
    }
}
