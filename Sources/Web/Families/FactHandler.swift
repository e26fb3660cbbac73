import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Asks for a fact of a kind that the family's model records, and records it once.
struct FactHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(FamilyPages.Address.fact, .action(.recordEpisode)) { try await ask($0) },
            .post(
                FamilyPages.Address.fact, .action(.recordEpisode), fields: FactPage.Address.all,
                bodySize: FormReading.bodySize
            ) { try await record($0) },
        ]
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let seen = try await offices.family(
            of: visit, for: .recordEpisode, query[EpisodePage.Address.ref], at: query[OfficePlace.field])
        let definition = try definition(query[FamilyPages.Address.kind], seen)
        let presets = definition.fields.compactMap { field -> (FieldKey, String)? in
            guard case .link = field.content else { return nil }
            return query[FactPage.Address.name(field.key)].map { (field.key, $0) }
        }
        let page = FactPage(
            definition, of: seen.family, seen.ref, at: seen.place,
            changing: try changed(query[FactPage.Address.fact], definition, seen),
            presets: Dictionary(presets) { first, _ in first })
        let form = page.form(key: Visit.newKey(), mark: visit.mark.text)
        return Response(page.document(form, faults: [], in: visit.frame(frame)))
    }

    private func record(_ visit: Visit) async throws -> Response {
        let seen = try await offices.family(
            of: visit, for: .recordEpisode, visit.form[EpisodePage.Address.ref], at: visit.form[OfficePlace.field])
        let definition = try definition(visit.form[FamilyPages.Address.kind], seen)
        // One that ended meanwhile is judged under the key of the form: what was done is not told as missing.
        let old = try changed(visit.form[FactPage.Address.fact], definition, seen, holds: false)
        let page = FactPage(definition, of: seen.family, seen.ref, at: seen.place, changing: old)
        var reading = FormReading(visit.form)
        let ends = old != nil && visit.form[AskForm.buttonField] == FactPage.Address.end
        let change = FactChange(family: seen.family, definition: definition, subjects: page.subjects)
        let wishes =
            ends ? [] : change.wishes(&reading, changing: old) { seen.office.practice.newID() }
        let day = reading.day(FactPage.Address.day, "The day")
        if let old, let day, day <= old.from {
            reading.complain(
                FactPage.Address.day, "The day is not after the one on which it was written down. Give a later day.")
        }
        if let old, let day, !ends, let last = change.lastBegun(with: old), day <= last.from {
            reading.complain(
                FactPage.Address.day,
                "What hangs on it was added on \(last.from): '\(FamilyWork.words(of: last.fact, in: seen.family).prefix(80))'."
                    + " Give a later day, or put that right first.")
        }
        func again(_ key: String, _ faults: [FormFault]) -> Response {
            let form = page.form(key: key, mark: visit.mark.text).filled(by: reading.values)
            return Response(page.document(form, faults: faults, in: visit.frame(frame)), status: .badRequest)
        }
        let key = visit.form[AskForm.keyField]
        guard let wishes, let day, reading.faults.isEmpty else { return again(key, reading.faults) }
        do {
            _ = try await seen.office.practice.recordOnce(
                wishes, ending: old.map { change.ended(with: $0, isReplaced: !ends) } ?? [], on: day, in: seen.ref,
                seen: old == nil ? nil : seen.family.sheet.version, as: try visit.keyed(), at: seen.office.site.code)
        } catch let fault as KeyedWriteFault {
            return again(fault == .stillRunning ? key : Visit.newKey(), [FormFault(nil, fault.sentence)])
        } catch Refusal.notWithdrawable {
            return again(
                key, [FormFault(nil, "Somebody changed or ended it meanwhile. Look at what is on record now.")])
        } catch let refusal as Refusal {
            return again(key, [FormFault(nil, refusal.sentence)])
        } catch let fault as SummaryFault {
            return again(key, [FormFault(nil, fault.sentence)])
        }
        return .elsewhere(
            "\(FamilyPages.Address.work)?\(OfficePlace.field)=\(seen.office.site.code)&\(EpisodePage.Address.ref)=\(seen.ref)"
        )
    }

    /// The fact that a form changes; nil for a form of a new one.
    /// - Throws: status 404 when it does not hold, or is none that ends.
    private func changed(
        _ text: String?, _ definition: FactDefinition, _ seen: FamilyHandler.Seen, holds: Bool = true
    ) throws -> DatedFact? {
        guard let text, !text.isEmpty else { return nil }
        let known = seen.family.facts(of: definition.kind).first { "\($0.fact.id)" == text }
        guard let known, definition.extent == .interval, !holds || known.until == nil else {
            throw WebRefusal(.notFound, .notFound)
        }
        return known
    }

    private func definition(_ kind: String?, _ seen: FamilyHandler.Seen) throws -> FactDefinition {
        guard let found = seen.family.sheet.model.facts.first(where: { $0.kind.text == kind }) else {
            throw WebRefusal(.notFound, .notFound)
        }
        return found
    }
}
