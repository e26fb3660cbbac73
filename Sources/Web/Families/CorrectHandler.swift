import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Asks what is right in the place of something on the timeline, and corrects it, once however often it is sent. Supervisors
/// correct the whole record; whoever writes in it what they wrote down themselves today.
struct CorrectHandler: Sendable {
    private typealias Address = CorrectPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.recordEpisode)) { try await ask($0) },
            .post(
                Address.page, .action(.recordEpisode), fields: Address.fields, bodySize: FormReading.bodySize
            ) { try await correct($0) },
        ]
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let seen = try await offices.family(
            of: visit, for: .recordEpisode, query[EpisodePage.Address.ref], at: query[OfficePlace.field])
        let (_, page) = try happening(query[Address.seq], seen, visit)
        let form = page.form(key: Visit.newKey(), mark: visit.mark.text)
        return Response(page.document(form, in: visit.frame(frame)))
    }

    private func correct(_ visit: Visit) async throws -> Response {
        let seen = try await family(visit)
        guard let version = visit.seen, let seq = Int64(visit.form[Address.seq]).map({ StreamSeq($0) }) else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        var reading = FormReading(visit.form)
        // What is sent twice is not on the timeline any more the second time, and is answered by its key.
        let isTakenBack = visit.form[AskForm.buttonField] == Address.takeBack
        let right = isTakenBack ? nil : try replacement(visit, seen, &reading)
        let cause = reading.choice(Address.cause, "Why it is corrected") { text in
            CorrectionCause(rawValue: text).flatMap { $0 == .fileImport ? nil : $0 }
        }
        let note = reading.words(Address.note, "The words")
        let key = visit.form[AskForm.keyField]
        guard let cause, reading.faults.isEmpty, isTakenBack || right != nil else {
            return try await again(visit, key, reading.faults)
        }
        let wish = CorrectionWish<EpisodeWrite>(
            cause: cause, note: note, replacements: right.map { [$0] } ?? [],
            withdrawals: isTakenBack ? [seq] : [])
        do {
            let (practice, keyed, site) = (seen.office.practice, try visit.keyed(), seen.office.site.code)
            _ =
                visit.may(.correctEpisode, at: seen.office, with: seen.family)
                ? try await practice.correctOnce(wish, of: seen.ref, seen: version, as: keyed, at: site)
                : try await practice.amendOnce(wish, of: seen.ref, seen: version, as: keyed, at: site)
        } catch let fault as KeyedWriteFault {
            let isChanged = if case .changed = fault { true } else { false }
            return try await again(
                visit, fault == .stillRunning ? key : Visit.newKey(), [FormFault(nil, fault.sentence)],
                isChanged ? .preconditionFailed : .badRequest)
        } catch let refusal as Refusal {
            return try await again(visit, key, [FormFault(nil, refusal.sentence)])
        } catch let fault as SummaryFault {
            return try await again(visit, key, [FormFault(nil, fault.sentence)])
        } catch RecordingFault.notOwn {
            return try await again(visit, key, [FormFault(nil, RecordingFault.notOwnSentence)])
        }
        let way = FamilyPages.Address.timeline
        return .elsewhere(
            "\(way)?\(OfficePlace.field)=\(seen.office.site.code)&\(EpisodePage.Address.ref)=\(seen.ref)")
    }

    /// What is right in the place of a contact or a fact; nil when something is wrong, which the reading then tells.
    private func replacement(
        _ visit: Visit, _ seen: FamilyHandler.Seen, _ reading: inout FormReading
    ) throws -> CorrectionWish<EpisodeWrite>.Replacement? {
        let (one, page) = try happening(reading.form[Address.seq], seen, visit)
        let write: EpisodeWrite?
        if let old = one.contact {
            write = ContactReading.contact(&reading, id: old.id).map { .command(.recordContact($0)) }
        } else if let old = page.fact, let form = page.factPage {
            write = FactReading(definition: form.definition, family: seen.family, old: old.fact)
                .wish(&reading, id: old.fact.id, about: form.subjects)
                .map { .fact(FactWish($0, withoutTextsOf: form.definition)) }
        } else {
            reading.complain(nil, "This can only be taken back.")
            return nil
        }
        let day = reading.day(FactPage.Address.day, "The day")
        guard let write, let day else { return nil }
        return .init(one.seq, write, on: day)
    }

    private func family(_ visit: Visit) async throws -> FamilyHandler.Seen {
        try await offices.family(
            of: visit, for: .recordEpisode, visit.form[EpisodePage.Address.ref], at: visit.form[OfficePlace.field])
    }

    /// The page once more with what was typed, upon what is on record now.
    private func again(
        _ visit: Visit, _ key: String, _ faults: [FormFault], _ status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        let (_, page) = try happening(visit.form[Address.seq], try await family(visit), visit)
        let form = page.form(key: key, mark: visit.mark.text).filled(by: visit.form.typed)
        return Response(page.document(form, faults: faults, in: visit.frame(frame)), status: status)
    }

    /// - Throws: status 404 for what is not on the timeline or is not corrected on a page.
    private func happening(
        _ seq: String?, _ seen: FamilyHandler.Seen, _ visit: Visit
    ) throws -> (FamilySheet.Happening, CorrectPage) {
        let place = seq.flatMap { Int64($0) }.map { StreamSeq($0) }
        guard let one = seen.family.happenings.first(where: { $0.seq == place }), CorrectPage.covers(one),
            visit.may(.correctEpisode, at: seen.office, with: seen.family) || seen.family.ownOfToday.contains(one.seq)
        else {
            throw WebRefusal(.notFound, .notFound)
        }
        return (one, CorrectPage(one, of: seen.family, seen.ref, at: seen.place))
    }
}
