import API
import CivilDate
import Intervention
import Pages
import Practice
import Sites

/// What supervisors and managers have on their desks: staff, rotas, handing families over, letters.
struct OfficeOperations: Sendable {
    func staff(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.staffSheet(at: try call.site()).json)
    }

    func rota(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.rota(at: try call.site()).json)
    }

    func configurations(_ call: APICall) async throws -> APIAnswer {
        let versions = try await call.practice.siteHistory(of: try call.site())
        return APIAnswer(["versions": .list(versions.map(\.json))])
    }

    func reallocation(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        var wish = ReallocationWish(of: try body.code("from"), in: try body.code("team"))
        wish.to = body.text("to").flatMap { StaffCode($0) }
        wish.day = body.text("on").flatMap { CivilDate(iso: $0) }
        if case .list(let refs)? = body.body["families"] {
            wish.families = Set(
                refs.compactMap { ref -> EpisodeRef? in
                    guard case .text(let text) = ref else { return nil }
                    return EpisodeRef(text)
                })
        }
        return APIAnswer(try await call.practice.reallocation(wish, at: try call.site()).json)
    }

    func referralLetter(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.referralLetter(about: try call.episode(), at: try call.site())
        return try letter(call, sheet)
    }

    func familyLetter(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.familyLetter(about: try call.episode(), at: try call.site())
        return try letter(call, sheet)
    }

    /// What there is nothing to write of is not there.
    private func letter(_ call: APICall, _ sheet: LetterSheet) throws -> APIAnswer {
        guard let kind = call.path["letter"].flatMap({ LetterKind(rawValue: $0) }), let page = LetterPage(kind, sheet)
        else { throw Problem.absent }
        return APIAnswer(sheet.json(of: page))
    }

    func invitation(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let sheet = try await call.practice.familyLetter(about: try call.episode(), at: try call.site())
        guard LetterKind.appointment.applies(to: sheet.facts, hasDied: sheet.diedOn != nil) else {
            throw Problem.absent
        }
        let day = try body.day("on")
        guard day >= sheet.day else { throw body.wrong("on", "Give a day that is not over.") }
        guard let time = body.text("time").flatMap({ LocalTime($0) }) else {
            throw body.wrong("time", "Give a time of a clock, as 16:30.")
        }
        let meeting = LetterMeeting(day: day, time: time, place: try body.word("place"))
        return APIAnswer(sheet.json(of: LetterPage(sheet, meeting: meeting)))
    }
}
