import API
import CivilDate
import Intervention
import Practice

/// Reads what is to be recorded out of a body that has its form.
struct WriteReading {
    let call: APICall
    /// What is read: the body, or a part of it.
    let body: JSON
    /// Where that stands in the body.
    let place: String

    init(call: APICall) {
        self.init(call: call, body: call.body, place: "")
    }

    init(call: APICall, body: JSON, place: String) {
        self.call = call
        self.body = body
        self.place = place
    }

    func wrong(_ name: String, _ detail: String) -> Problem {
        Problem(.wrongBody, "The body does not have its form.", at: [Flaw("\(place)/\(name)", detail)])
    }

    func text(_ name: String) -> String? {
        if case .text(let text)? = body[name] { text } else { nil }
    }

    func number(_ name: String) -> Int? {
        if case .integer(let number)? = body[name] { number } else { nil }
    }

    func day(_ name: String) throws(Problem) -> CivilDate {
        guard let day = text(name).flatMap({ CivilDate(iso: $0) }) else { throw wrong(name, "Give a day.") }
        return day
    }

    func code<Thing>(_ name: String) throws(Problem) -> SiteGiven<Thing> {
        guard let code = text(name).flatMap({ SiteGiven<Thing>($0) }) else { throw wrong(name, "Give a code.") }
        return code
    }

    func term<Words>(_ name: String) throws(Problem) -> Term<Words> {
        guard let term = text(name).flatMap({ Term<Words>($0) }) else { throw wrong(name, "Give a word of the model.") }
        return term
    }

    func word<Word: RawRepresentable>(_ name: String) throws(Problem) -> Word where Word.RawValue == String {
        guard let word = text(name).flatMap({ Word(rawValue: $0) }) else {
            throw wrong(name, "Give a word of the list.")
        }
        return word
    }

    func optional<Word: RawRepresentable>(_ name: String) -> Word? where Word.RawValue == String {
        text(name).flatMap { Word(rawValue: $0) }
    }

    func map<Words, Value>(_ name: String, _ read: (String) -> Value?) -> [Term<Words>: Value] {
        guard case .object(let members)? = body[name] else { return [:] }
        var values: [Term<Words>: Value] = [:]
        for member in members {
            if let term = Term<Words>(member.name), case .text(let text) = member.value, let value = read(text) {
                values[term] = value
            }
        }
        return values
    }

    func referral() throws(Problem) -> ReferralWish {
        ReferralWish(
            ref: try code("ref"), child: try code("child"), model: try term("model"), team: try code("team"),
            source: optional("source"), profile: try profile())
    }

    func profile() throws(Problem) -> Profile {
        guard let given = body["profile"] else { return Profile() }
        func text(_ name: String) -> String? { if case .text(let text)? = given[name] { text } else { nil } }
        var profile = Profile(
            birthMonth: text("birthMonth").flatMap { CivilMonth(iso: $0) },
            sex: text("sex").flatMap { Sex(rawValue: $0) },
            deprivationIndex: text("deprivationIndex").flatMap { DeprivationIndex(rawValue: $0) })
        if let ethnicity = text("ethnicity") {
            guard let code = EthnicityCode(ethnicity) else { throw wrong("profile/ethnicity", "Give a code.") }
            profile.ethnicity = code
        }
        if let authority = text("responsibleAuthority") {
            guard let code = AuthorityCode(authority) else {
                throw wrong("profile/responsibleAuthority", "Give the code of an authority, as E09000001.")
            }
            profile.responsibleAuthority = code
        }
        if case .integer(let decile)? = given["deprivationDecile"] {
            profile.deprivationDecile = DeprivationDecile(decile)
        }
        return profile
    }
}

extension WriteReading {
    static let screening: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        let reason: DeclineReason? = body.optional("reason")
        let verdict: Screening.Verdict
        switch (body.text("verdict"), reason) {
        case ("accepted", nil): verdict = .accepted
        case ("declined", let reason?): verdict = .declined(reason)
        case ("declined", nil): throw body.wrong("reason", "Say why it was declined.")
        default: throw body.wrong("reason", "What is accepted has no reason for declining.")
        }
        let answers = ReferralAnswers(
            answers: body.map("answers") { Answer(rawValue: $0) }, days: body.map("days") { CivilDate(iso: $0) })
        return .command(.screen(Screening(verdict, onward: body.optional("onward"), answers: answers)))
    }

    static let allocation: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .allocate(try body.code("team"), therapist: body.text("therapist").flatMap { StaffCode($0) })
    }

    static let start: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { _ throws(Problem) in
        .command(.startTreatment)
    }

    static let phase: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .command(.enterPhase(try body.term("phase")))
    }

    static let contact: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .command(
            .recordContact(
                Contact(
                    id: body.call.practice.newID(), mode: try body.word("mode"), party: try body.word("party"),
                    minutes: body.number("minutes").flatMap { Minutes($0) })))
    }

    static let interview: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        let collector: Collector =
            switch body.text("collector") {
            case "call-centre": .callCentre
            case "self-entry": .selfEntry
            default: .staff(try body.code("collector"))
            }
        return .command(
            .recordInterview(
                Interview(
                    id: body.call.practice.newID(), instrument: try body.term("instrument"),
                    result: try body.word("result"), collector: collector, respondent: body.optional("respondent"),
                    response: try body.response())))
    }

    static let closing: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .command(
            .close(
                Closing(reason: try body.term("reason"), outcomes: body.map("outcomes") { Answer(rawValue: $0) })))
    }

    static let followUp: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        guard let month = body.number("month").flatMap({ FollowUpMonth(rawValue: $0) }) else {
            throw body.wrong("month", "Give 6, 12 or 18.")
        }
        return .command(
            .followUp(
                FollowUp(
                    month: month, status: try body.word("status"),
                    outcomes: body.map("outcomes") { Answer(rawValue: $0) })))
    }

    private func response() throws(Problem) -> Interview.Response? {
        switch (body["score"], body["items"]) {
        case (nil, nil): return nil
        case (.integer(let number)?, nil): return AdherenceScore(decimal: "\(number)").map { .score($0) }
        case (.decimal(let digits)?, nil): return AdherenceScore(decimal: digits).map { .score($0) }
        case (nil, .list(let items)?):
            return .items(items.map { $0 == .integer(1) ? .one : $0 == .integer(0) ? .zero : .notAnswered })
        default: throw wrong("score", "Give a score or items, not both.")
        }
    }
}
