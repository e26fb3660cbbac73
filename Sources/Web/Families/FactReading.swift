import CivilDate
import Intervention
import Pages
import Practice

/// Reads a fact of a kind that a model records out of the form that was made from its definition.
struct FactReading {
    let definition: FactDefinition
    let family: FamilySheet
    /// The fact in whose place it stands; nil for a new one.
    var old: RecordedFact?

    /// The fact; nil when something is wrong, which the reading then tells.
    func wish(_ reading: inout FormReading, id: FactID, about subjects: [FactSubject]) -> TypedFact? {
        let about =
            subjects.count == 1
            ? subjects[0]
            : reading.choice(FactPage.Address.about, "Whom it is about") { text in
                subjects.first { FactPage.code(of: $0) == text }
            }
        var fields: [FieldKey: TypedFact.Value] = [:]
        for field in definition.fields { fields[field.key] = value(of: field, &reading) }
        guard let about, reading.faults.isEmpty else { return nil }
        return TypedFact(id: id, kind: definition.kind, about: about, fields: fields)
    }

    private func value(of field: FactField, _ reading: inout FormReading) -> TypedFact.Value? {
        let (name, isRequired) = (FactPage.Address.name(field.key), field.isRequired)
        let subject = "'\(field.title)'"
        switch field.content {
        case .choice(let words):
            return reading.choice(name, subject, isRequired: isRequired) { text in words.first { $0.text == text } }
                .map { .value(.choice($0)) }
        case .answer:
            return reading.choice(name, subject, isRequired: isRequired) { Answer(rawValue: $0) }
                .map { .value(.answer($0)) }
        case .whole(let range):
            return reading.whole(name, subject, in: range, isRequired: isRequired).map { .value(.whole($0)) }
        case .day: return reading.day(name, subject, isRequired: isRequired).map { .value(.day($0)) }
        case .staff:
            return reading.choice(name, subject, isRequired: isRequired) { StaffCode($0) }.map { .value(.staff($0)) }
        case .link(let kinds):
            let known = kinds.flatMap { family.facts(of: $0) }.filter {
                $0.holds(on: family.sheet.day) || old?.fields[field.key] == .link($0.fact.id)
            }.map(\.fact.id)
            return reading.choice(name, subject, isRequired: isRequired) { text in known.first { "\($0)" == text } }
                .map { .value(.link($0)) }
        case .narrative: return reading.words(name, subject, isRequired: isRequired).map { .text($0) }
        }
    }
}
