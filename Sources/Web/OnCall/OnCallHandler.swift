import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Tonight's page, the form for a call, and the morning's hand-over.
struct OnCallHandler: Sendable {
    private typealias Address = OnCallPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.showOnCall)) { try await tonight($0) },
            .get(Address.call, .action(.recordOnCall)) { try await ask($0) },
            .post(
                Address.call, .action(.recordOnCall),
                fields: [
                    OfficePlace.field, AskForm.keyField, Address.caller, Address.ref, Address.team, Address.done,
                    Address.time, Address.words,
                ], bodySize: OnCallHandler.longest
            ) { try await keep($0) },
            .get(Address.handover, .action(.showOnCall)) { try await handover($0) },
            .post(
                Address.handover, .action(.recordOnCall), fields: [OfficePlace.field, Address.team, Address.day]
            ) { try await takeOver($0) },
        ]
    }

    /// The most bytes of the form: the longest words, each character in the longest form that browsers send.
    private static let longest = 131_072

    private func tonight(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .showOnCall, at: QueryFields(visit)[OfficePlace.field])
        let sheet = try await office.practice.onCallTonight(at: office.site.code)
        let page = OnCallPage(sheet, at: office.place, records: visit.may(.recordOnCall, at: office))
        return Response(page.document(in: visit.frame(frame, at: Address.page)))
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordOnCall, at: QueryFields(visit)[OfficePlace.field])
        let clock = SiteClock(office.site.timeZone)
        let values = FormValues(texts: [
            Address.time: "\(clock.time(of: visit.now))", Address.ref: QueryFields(visit)[Address.ref] ?? "",
        ])
        return try await form(office, visit, values, key: "\(office.practice.newID() as CallID)")
    }

    private func keep(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordOnCall, at: visit.form[OfficePlace.field])
        guard let id = CallID(uuid: visit.form[AskForm.keyField]) else { throw WebRefusal(.badRequest, .badRequest) }
        var reading = FormReading(visit.form)
        let wish = wish(id, &reading, visit, at: office.site)
        if let wish, reading.faults.isEmpty {
            do {
                try await office.practice.recordCall(wish, at: office.site.code)
                return .elsewhere("\(Address.page)?\(OfficePlace.field)=\(office.site.code)#calls")
            } catch let fault as OnCallFault {
                reading.complain(fault.field, "\(fault)".asSentence)
            } catch PracticeFault.unknownEpisode {
                reading.complain(Address.ref, "\(office.site.name) has no such family for you. Choose one of the list.")
            }
        }
        return try await form(
            office, visit, reading.values, faults: reading.faults, key: visit.form[AskForm.keyField])
    }

    private func form(
        _ office: OfficeFinder.Office, _ visit: Visit, _ values: FormValues, faults: [FormFault] = [], key: String
    ) async throws -> Response {
        let sheet = try await office.practice.onCallTonight(at: office.site.code)
        let page = CallPage(sheet, at: office.place, values: values, faults: faults, key: key, mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }

    /// The call as it was typed; nil when something of it is wrong.
    private func wish(_ id: CallID, _ reading: inout FormReading, _ visit: Visit, at site: Site) -> CallWish? {
        let caller = reading.choice(Address.caller, "Who rang") { Caller(rawValue: $0) }
        let ref = reading.choice(Address.ref, "The family", isRequired: false) { EpisodeRef($0) }
        let team = reading.choice(Address.team, "The team", isRequired: false) { TeamCode($0) }
        let done = reading.choice(Address.done, "What was done") { CallResult(rawValue: $0) }
        let came = instant(&reading, visit.now, SiteClock(site.timeZone))
        let words = reading.words(Address.words, "What was said")
        guard let caller, let done, let came else { return nil }
        return CallWish(
            id: id, episode: ref, team: ref == nil ? team : nil, caller: caller, done: done, cameAt: came,
            words: words ?? "")
    }

    /// The last instant at which clocks at the site showed the time that was typed.
    private func instant(_ reading: inout FormReading, _ now: Instant, _ clock: SiteClock) -> Instant? {
        guard let time = LocalTime(visitText(reading)) else {
            reading.complain(Address.time, "The time has another form. Type hours and minutes, for example 03:15.")
            return nil
        }
        let today = clock.day(of: now)
        let instant = clock.instant(of: today, second: time.seconds)
        return instant <= now ? instant : clock.instant(of: today.adding(days: -1), second: time.seconds)
    }

    private func visitText(_ reading: FormReading) -> String {
        let text = reading.form[Address.time].filter { !$0.isWhitespace }.replacing(".", with: ":")
        return text.count == 4 && text.contains(":") ? "0\(text)" : text
    }

    private func handover(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .showOnCall, at: QueryFields(visit)[OfficePlace.field])
        let (team, day) = try named(QueryFields(visit)[Address.team] ?? "", QueryFields(visit)[Address.day] ?? "")
        do {
            let sheet = try await office.practice.handover(at: office.site.code, of: team, on: day)
            let page = HandoverPage(
                sheet, at: office.place, reader: visit.session?.code.text ?? "", mark: visit.mark.text)
            return Response(page.document(in: visit.frame(frame, at: Address.page)))
        } catch is OnCallFault {
            return Response(
                AskPage(
                    title: "Morning hand-over",
                    lead: ["Only whoever carries a team’s telephone today, and its supervisor, read its hand-over."],
                    forms: []
                ).document(in: visit.frame(frame, at: Address.page)))
        }
    }

    private func takeOver(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordOnCall, at: visit.form[OfficePlace.field])
        let (team, day) = try named(visit.form[Address.team], visit.form[Address.day])
        guard let team, let day else { throw WebRefusal(.badRequest, .badRequest) }
        do {
            try await office.practice.takeOver(at: office.site.code, of: team, on: day)
        } catch is OnCallFault {
            throw WebRefusal(.notFound, .notFound)
        }
        let query = "\(OfficePlace.field)=\(office.site.code)&\(Address.team)=\(team)&\(Address.day)=\(day)"
        return .elsewhere("\(Address.handover)?\(query)")
    }

    /// The team and the day that an address or a form names.
    /// - Throws: status 400 for what is neither.
    private func named(_ team: String, _ day: String) throws -> (TeamCode?, CivilDate?) {
        let (code, date) = (TeamCode(team), CivilDate(iso: day))
        guard code != nil || team.isEmpty, date != nil || day.isEmpty else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        return (code, date)
    }
}

extension OnCallFault {
    /// The field of the form that it is about.
    fileprivate var field: String? {
        switch self {
        case .noTelephone: OnCallPage.Address.ref
        case .whichTelephone, .anotherTelephone: OnCallPage.Address.team
        case .inTheFuture: OnCallPage.Address.time
        case .tooLong: OnCallPage.Address.words
        case .otherCalls, .beforeItsMorning: nil
        }
    }
}
