import CivilDate
import Intervention
import Markup
import Practice

/// The form for a fact of any kind that a model records: it is made from the model's own definition.
package struct FactPage: Sendable {
    /// What the fields of the form are called.
    package enum Address {
        /// Whom it is about.
        package static let about = "about"
        /// The day.
        package static let day = "on"
        /// The fact that is changed, or ends.
        package static let fact = "fact"
        /// The button that only ends it.
        package static let end = "end"
        /// What a field of the fact begins with.
        package static let fields = "f-"
        /// All fields of the form.
        package static let all: Set<String> = Set(DateParts.names(day)).union([
            OfficePlace.field, EpisodePage.Address.ref, FamilyPages.Address.kind, about, AskForm.keyField,
            AskForm.buttonField,
            fact, "f-*",
        ])

        /// The name of a field of the fact.
        package static func name(_ key: FieldKey) -> String { fields + key.text }
    }

    private let family: FamilySheet
    private let ref: EpisodeRef
    private let place: OfficePlace
    /// What the model says of the kind.
    package let definition: FactDefinition
    private let old: DatedFact?
    private let presets: [FieldKey: String]

    /// A page.
    /// - Parameters:
    ///   - old: the fact that is changed; nil for a new one.
    ///   - presets: what stands in fields of a new one.
    package init(
        _ definition: FactDefinition, of family: FamilySheet, _ ref: EpisodeRef, at place: OfficePlace,
        changing old: DatedFact? = nil, presets: [FieldKey: String] = [:]
    ) {
        self.old = old
        self.presets = presets
        self.definition = definition
        self.family = family
        self.ref = ref
        self.place = place
    }

    /// The form.
    package func form(key: String, mark: String) -> AskForm {
        var hidden = [
            OfficePlace.field: place.site.value, EpisodePage.Address.ref: ref.text,
            FamilyPages.Address.kind: definition.kind.text, AskForm.keyField: key,
        ]
        let day = definition.extent == .interval ? "Since which day" : "Which day"
        guard let old else {
            return AskForm(
                to: FamilyPages.Address.fact, mark: mark,
                fields: fields() + [AskField(Address.day, day, value: DateParts.text(family.sheet.day), .date)],
                hidden: hidden, button: "Save")
        }
        hidden[Address.fact] = "\(old.fact.id)"
        let change = AskField(
            Address.day, "From which day it is so", hint: "After \(DayText.long(old.from)), when it was written down",
            value: DateParts.text(family.sheet.day), .date)
        return AskForm(
            to: FamilyPages.Address.fact, mark: mark, sections: [.init(fields: fields() + [change])], hidden: hidden,
            button: "Save the change", others: [.init(value: Address.end, title: "It no longer holds")])
    }

    /// What is asked besides the day, filled in with what is on record of a fact that is changed.
    func fields() -> [AskField] {
        var fields: [AskField] = []
        if subjects.count > 1 {
            let options = subjects.map { StartOptions.Option(value: FactPage.code(of: $0), title: label($0)) }
            let about = old.map { FactPage.code(of: $0.fact.about) } ?? options[0].value
            fields.append(AskField(Address.about, "Whom it is about", value: about, .choice(options)))
        }
        return fields + definition.fields.map(field)
    }

    /// The page in its frame.
    package func document(_ form: AskForm, faults: [FormFault], in frame: PageFrame) -> Document {
        let title = old == nil ? definition.title : "Change: \(definition.title)"
        let lead = [FactWords.meaning(of: definition.kind)].compactMap { $0 }
        let way = FamilyText.address(FamilyPages.Address.work, ref, at: place.site.value)
        let back = el("p", [], el("a", [.href(way)], .text("Back to goals and fit of \(ref)")))
        return AskPage(title: "\(title), \(ref)", lead: lead + change, faults: faults, forms: [form])
            .document(in: frame, below: [back])
    }

    /// What becomes of what is on record when it is changed.
    private var change: [String] {
        guard let old else { return [] }
        return [
            "On record since \(DayText.long(old.from)). The change counts from its day on: what held until then stays on"
                + " record. What was written down wrongly is corrected on the timeline: today by"
                + " yourself, later by a supervisor."
        ]
    }

    /// What stands in a field: what is on record, or what the page was opened for.
    private func value(of field: FactField) -> String {
        guard let old else { return presets[field.key] ?? "" }
        return switch old.fact.fields[field.key] {
        case .choice(let word): word.text
        case .answer(let answer): answer.rawValue
        case .whole(let number): "\(number)"
        case .day(let day): DateParts.text(day)
        case .staff(let code): code.text
        case .link(let id): "\(id)"
        case .narrative: family.text(old.fact, field.key) ?? ""
        case nil: ""
        }
    }

    /// Whom a fact of the kind can be about on the day.
    package var subjects: [FactSubject] {
        let now = family.sheet.facts.subjects(of: definition.about, on: family.sheet.day)
        // Whom it is about on record may have left since, and it is still about them.
        guard let about = old?.fact.about, !now.contains(about) else { return now }
        return now + [about]
    }

    /// How a form names whom a fact is about.
    package static func code(of subject: FactSubject) -> String {
        switch subject {
        case .family: "family"
        case .index: "index"
        case .participant(let id): "\(id)"
        }
    }

    private func label(_ subject: FactSubject) -> String {
        FamilyPages.words(family.sheet.facts.label(of: subject).text)
    }

    private func field(_ field: FactField) -> AskField {
        let (name, value) = (Address.name(field.key), value(of: field))
        let label = field.isRequired ? field.title : "\(field.title) (optional)"
        let none = field.isRequired ? [] : [StartOptions.Option(value: "", title: "Not said")]
        switch field.content {
        case .choice(let words):
            let options = none + words.map { .init(value: $0.text, title: FamilyPages.words($0.text)) }
            return AskField(
                name, label, value: value, options.count > FactPage.mostRadios ? .choice(options) : .radios(options))
        case .answer:
            return AskField(
                name, label, value: value,
                .radios(none + Answer.allCases.map { .init(value: $0.rawValue, title: FamilyPages.words($0.rawValue)) })
            )
        case .whole(let range):
            return AskField(name, label, hint: "From \(range.lowerBound) to \(range.upperBound)", value: value, .number)
        case .day: return AskField(name, label, value: value, .date)
        case .staff: return AskField(name, label, hint: "The code of a member of staff", value: value, .text)
        case .link(let kinds):
            // What it refers to on record may have ended since, and it still refers to that.
            let facts = kinds.flatMap { family.facts(of: $0) }.filter {
                $0.holds(on: family.sheet.day) || old?.fact.fields[field.key] == .link($0.fact.id)
            }
            return AskField(
                name, label, hint: facts.isEmpty ? "Nothing of this kind is on record yet" : nil, value: value,
                .choice(
                    [.init(value: "", title: facts.isEmpty ? "Nothing yet" : "Choose")]
                        + facts.map {
                            .init(
                                value: "\($0.fact.id)",
                                title: String(FamilyWork.words(of: $0.fact, in: family).prefix(FactPage.mostLetters)))
                        }))
        case .narrative: return AskField(name, label, value: value, .words)
        }
    }

    /// Of more choices than these, a list opens.
    private static let mostRadios = 7
    /// So many characters of a text stand in a list.
    private static let mostLetters = 80
}
