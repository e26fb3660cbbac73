import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// The prospective sites: the list, one of them, and what is recorded of them, each once however often it is sent.
struct PipelineHandler: Sendable {
    private typealias Address = PipelinePage.Address
    private typealias Field = ProspectPage.Field

    let practice: Practice
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.managePipeline)) { try await list($0) },
            .post(Address.page, .action(.managePipeline), fields: PipelinePage.Field.all) { try await add($0) },
            .get(Address.one, .action(.managePipeline)) { try await show($0) },
            .post(
                Address.one, .action(.managePipeline),
                fields: Set(DateParts.names(Field.day)).union([Field.stage, Field.reason, AskForm.keyField])
            ) { try await reach($0) },
            .post(
                Address.withdrawal, .action(.managePipeline), fields: [Field.mistake, Field.why, AskForm.keyField]
            ) { try await withdraw($0) },
        ]
    }

    private func asked(_ visit: Visit) throws -> Practice {
        guard let seat = visit.session?.seat else { throw WebRefusal(.notFound, .notFound) }
        return practice.asking(.account(seat))
    }

    private func list(_ visit: Visit) async throws -> Response {
        try await list(visit, FormValues(texts: [:]), key: Visit.newKey())
    }

    private func list(
        _ visit: Visit, _ values: FormValues, _ faults: [FormFault] = [], key: String
    ) async throws -> Response {
        let page = PipelinePage(
            try await asked(visit).pipeline(), on: visit.now.utcDay, values: values, faults: faults, key: key,
            mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }

    private func add(_ visit: Visit) async throws -> Response {
        var reading = FormReading(visit.form)
        let name = visit.form[PipelinePage.Field.name].trimmed
        if name.isEmpty { reading.complain(PipelinePage.Field.name, "The name is missing. Type it.") }
        let code = SiteCode(visit.form[PipelinePage.Field.code].trimmed)
        if code == nil {
            reading.complain(
                PipelinePage.Field.code,
                "The code has another form. Type 1 to 32 letters, digits, dots, hyphens and underscores.")
        }
        if let code, reading.faults.isEmpty {
            let practice = try asked(visit)
            let done = try await done(code, &reading) {
                try await practice.addProspectOnce(code, name: name, as: try visit.keyed())
            }
            if let done { return done }
        }
        return try await list(visit, reading.values, reading.faults, key: reading.key)
    }

    /// The code of the address.
    /// - Throws: status 404 for what is none.
    private func code(_ visit: Visit) throws -> SiteCode {
        guard let code = visit.context.parameters.get(Address.prospect).flatMap({ SiteCode($0) }) else {
            throw WebRefusal(.notFound, .notFound)
        }
        return code
    }

    private func show(_ visit: Visit) async throws -> Response {
        let code = try code(visit)
        let entry = try await entry(code, visit)
        let day = visit.now.utcDay
        var texts = Dictionary(
            uniqueKeysWithValues: Array(zip(DateParts.names(Field.day), ["\(day.day)", "\(day.month)", "\(day.year)"])))
        texts[Field.stage] = entry.prospect.next?.rawValue
        return page(entry, visit, FormValues(texts: texts), keys: (Visit.newKey(), Visit.newKey()))
    }

    /// One prospective site.
    /// - Throws: status 404 when there is none.
    private func entry(_ code: SiteCode, _ visit: Visit) async throws -> PipelineEntry {
        do {
            return try await asked(visit).pipeline(of: code)
        } catch ProspectFault.unknown {
            throw WebRefusal(.notFound, .notFound)
        }
    }

    private func page(
        _ entry: PipelineEntry, _ visit: Visit, _ values: FormValues, _ faults: [FormFault] = [],
        keys: (stage: String, withdrawal: String)
    ) -> Response {
        let page = ProspectPage(
            entry, on: visit.now.utcDay, values: values, faults: faults, keys: keys, mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }

    private func reach(_ visit: Visit) async throws -> Response {
        let code = try code(visit)
        var reading = FormReading(visit.form)
        let stage = reading.choice(Field.stage, "The stage") { SiteStage(rawValue: $0) }
        let day = reading.day(Field.day, "The day")
        let reason = visit.form[Field.reason].trimmed
        if let stage, let day, reading.faults.isEmpty {
            let practice = try asked(visit)
            let done = try await done(code, &reading) {
                try await practice.reachOnce(
                    stage, by: code, on: day, because: reason.isEmpty ? nil : reason, as: try visit.keyed())
            }
            if let done { return done }
        }
        return page(
            try await entry(code, visit), visit, reading.values, reading.faults,
            keys: (reading.key, Visit.newKey()))
    }

    private func withdraw(_ visit: Visit) async throws -> Response {
        let code = try code(visit)
        var reading = FormReading(visit.form)
        let mistake = reading.choice(Field.mistake, "The stage") { text -> (SiteStage, CivilDate)? in
            let parts = text.split(separator: " ").map(String.init)
            guard parts.count == 2, let stage = SiteStage(rawValue: parts[0]) else { return nil }
            return CivilDate(iso: parts[1]).map { (stage, $0) }
        }
        let why = visit.form[Field.why].trimmed
        if why.isEmpty { reading.complain(Field.why, "The reason is missing. Type it.") }
        if let mistake, reading.faults.isEmpty {
            let practice = try asked(visit)
            let done = try await done(code, &reading) {
                try await practice.voidOnce(
                    mistake.0, of: code, on: mistake.1, because: why, as: try visit.keyed())
            }
            if let done { return done }
        }
        let sent = reading.values
        let faults = reading.faults.map { FormFault($0.field == Field.reason ? Field.why : $0.field, $0.sentence) }
        return page(
            try await entry(code, visit), visit, sent, faults, keys: (Visit.newKey(), reading.key))
    }

    /// Does what was asked and goes to the page of the prospective site; nil when it cannot be, and then the form says why.
    private func done(
        _ code: SiteCode, _ reading: inout FormReading, _ body: () async throws -> WrittenOnce
    ) async throws -> Response? {
        do {
            _ = try await body()
            return .elsewhere(Address.of(code))
        } catch let fault as ProspectFault {
            guard let field = fault.field else { throw WebRefusal(.notFound, .notFound) }
            reading.complain(field, "\(fault)".asSentence)
        } catch let fault as KeyedWriteFault {
            reading.complain(of: fault)
        }
        return nil
    }
}

extension ProspectFault {
    /// The field of a form that it is about; nil when there is no such prospective site.
    fileprivate var field: String? {
        switch self {
        case .codeTaken: PipelinePage.Field.code
        case .badName: PipelinePage.Field.name
        case .noReason, .outOfTurn: ProspectPage.Field.reason
        case .inFuture, .outOfOrder: ProspectPage.Field.day
        case .reachedAlready: ProspectPage.Field.stage
        case .notReached: ProspectPage.Field.mistake
        case .unknown: nil
        }
    }
}
