import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import Testing

@Suite struct PayloadFormTests {
    /// What a field may hold.
    private enum Form {
        case id
        case code
        case word
        case day
        case month
        case digest
        case number
        case truth
        case codeByOutcome
        case items
        case words
        case numbers
        case codes
        case ids
        case spells
        case sections
        case dayByKey
        case valueByField
        case replacements

        func allows(_ value: PayloadValue) -> Bool {
            switch (self, value) {
            case (.id, .string(let text)): ContactID(uuid: text)?.description == text
            case (.code, .string(let text)): StaffCode(text) != nil && !text.contains(" ")
            case (.word, .string(let text)):
                ModelID(text) != nil || ThresholdOperator(rawValue: text) != nil || Sex(rawValue: text) != nil
            case (.day, .string(let text)): CivilDate(iso: text)?.description == text
            case (.month, .string(let text)): CivilMonth(iso: text)?.description == text
            case (.digest, .string(let text)): text.utf8.count == 64 && text.allSatisfy { $0.isHexDigit }
            case (.number, .integer), (.truth, .boolean): true
            case (.codeByOutcome, .object(let object)):
                object.fields.allSatisfy { field in
                    OutcomeKey(field.name) != nil && Answer.allCases.map { .string($0.rawValue) }.contains(field.value)
                }
            case (.items, .array(let values)):
                values.allSatisfy { [.integer(1), .integer(0), .boolean(false)].contains($0) }
            case (.words, .array(let values)): values.allSatisfy { Form.word.allows($0) }
            case (.numbers, .array(let values)): values.allSatisfy { Form.number.allows($0) }
            case (.codes, .array(let values)): values.allSatisfy { Form.code.allows($0) }
            case (.ids, .array(let values)): values.allSatisfy { Form.id.allows($0) }
            case (.spells, .array(let values)), (.sections, .array(let values)):
                values.allSatisfy { Form.allows($0) }
            case (.dayByKey, .object(let object)):
                object.fields.allSatisfy { CriterionKey($0.name) != nil && Form.day.allows($0.value) }
            case (.valueByField, .object(let object)):
                object.fields.allSatisfy { FieldKey($0.name) != nil && Form.allows($0.value) }
            case (.replacements, .array): true
            default: false
            }
        }

        /// Whether the fields of an object within an event have the forms of their names.
        private static func allows(_ value: PayloadValue) -> Bool {
            guard case .object(let object) = value else { return false }
            return object.fields.allSatisfy { PayloadFormTests.fields[$0.name]?.allows($0.value) ?? false }
        }
    }

    /// Every field that any event may have. A new field is a new line here, and free text has no line.
    private static let fields: [String: Form] = [
        "child": .id, "ref": .code, "model": .word, "modelVersion": .number, "team": .id, "source": .word,
        "birthMonth": .month, "sex": .word, "ethnicity": .code, "responsibleAuthority": .code,
        "deprivationIndex": .code, "deprivationDecile": .number, "decision": .word, "declineReason": .word,
        "dayIsEstimated": .truth, "therapist": .code, "phase": .word, "plannedOn": .day, "contact": .id,
        "mode": .word, "with": .word, "minutes": .number, "interview": .id, "instrument": .word, "result": .word,
        "callCentre": .truth, "collector": .code, "respondent": .word, "givenBillionths": .number, "items": .items,
        "scoreBillionths": .number, "flaws": .words, "therapistMayCollect": .truth, "thresholdBillionths": .number,
        "thresholdOperator": .word,
        "reason": .word, "group": .word, "interviewExpectedFromDays": .number, "outcomes": .codeByOutcome,
        "month": .number, "opensBeforeDays": .number, "closesAfterDays": .number, "status": .word, "cause": .word,
        "narrative": .id, "commitment": .digest,
        "replacements": .replacements, "withdrawals": .numbers, "household": .code, "placement": .id,
        "setting": .word, "provision": .id, "provisionKind": .word, "offence": .id, "offenceKind": .word, "code": .code,
        "session": .id, "attendees": .codes, "episodes": .ids, "staff": .code, "training": .word, "spells": .spells,
        "from": .day, "through": .day, "measure": .id, "slotFrom": .day, "about": .code, "sections": .sections,
        "section": .word, "stage": .code, "briefing": .id, "audience": .word, "attended": .number,
        "onward": .word, "answers": .codeByOutcome, "days": .dayByKey, "participant": .id, "role": .word,
        "fact": .id, "factKind": .word, "extent": .word, "fields": .valueByField, "choice": .word, "answer": .word,
        "whole": .number, "day": .day, "steps": .spells, "tracker": .word, "leadsFrom": .words,
        "isFromStart": .truth, "leadsTo": .word, "run": .id, "module": .word, "gates": .words, "unmet": .words,
        "because": .word, "ending": .word, "hasAim": .truth, "by": .code, "settingsVersion": .number,
    ]

    /// What a replacement in a correction holds.
    private static let replacement: [String: Form] = ["seq": .number, "on": .day, "kind": .word]

    private func faults(in value: PayloadValue) -> [String] {
        guard case .object(let object) = value else { return ["no object"] }
        return object.fields.flatMap { field -> [String] in
            guard let form = Self.fields[field.name] else { return ["unknown field \(field.name)"] }
            guard form.allows(field.value) else { return ["\(field.name) holds another form"] }
            guard case .replacements = form, case .array(let values) = field.value else { return [] }
            return values.flatMap(faultsInReplacement)
        }
    }

    private func faultsInReplacement(_ value: PayloadValue) -> [String] {
        guard case .object(let object) = value else { return ["a replacement is no object"] }
        return object.fields.flatMap { field -> [String] in
            if field.name == "event" { return faults(in: field.value) }
            return Self.replacement[field.name]?.allows(field.value) == true ? [] : ["\(field.name) in a replacement"]
        }
    }

    @Test func `every event carries ids, codes, days, numbers and truth values only`() async throws {
        var seen: Set<EventName> = []
        for (name, payload) in try Specimens.payloads() {
            #expect(faults(in: payload) == [], "\(name.rawValue)")
            seen.insert(name)
        }
        #expect(seen == Set(EventName.allCases))
    }

    @Test func `free text would be noticed`() {
        var object = PayloadObject()
        object.set("note", text: "She said that")
        #expect(faults(in: .object(object)) == ["unknown field note"])
        object = PayloadObject()
        object.set("therapist", text: "Ada Invented")
        #expect(faults(in: .object(object)) == ["therapist holds another form"])
    }
}
