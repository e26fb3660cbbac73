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
        /// What a field of the fact begins with.
        package static let fields = "f-"
        /// All fields of the form.
        package static let all: Set<String> = Set(DateParts.names(day)).union([
            OfficePlace.field, EpisodePage.Address.ref, FamilyPages.Address.kind, about, AskForm.keyField, "f-*",
        ])

        /// The name of a field of the fact.
        package static func name(_ key: FieldKey) -> String { fields + key.text }
    }

    private let family: FamilySheet
    private let ref: EpisodeRef
    private let place: OfficePlace
    private let definition: FactDefinition

    /// A page.
    package init(_ definition: FactDefinition, of family: FamilySheet, _ ref: EpisodeRef, at place: OfficePlace) {
        self.definition = definition
        self.family = family
        self.ref = ref
        self.place = place
    }

    /// The form.
    package func form(key: String, mark: String) -> AskForm {
        var fields: [AskField] = []
        if subjects.count > 1 {
            let options = subjects.map { StartOptions.Option(value: FactPage.code(of: $0), title: label($0)) }
            fields.append(AskField(Address.about, "Whom it is about", value: options[0].value, .choice(options)))
        }
        fields += definition.fields.map(field)
        let day = definition.extent == .interval ? "Since which day" : "Which day"
        fields.append(AskField(Address.day, day, value: DateParts.text(family.sheet.day), .date))
        return AskForm(
            to: FamilyPages.Address.fact, mark: mark, fields: fields,
            hidden: [
                OfficePlace.field: place.site.value, EpisodePage.Address.ref: ref.text,
                FamilyPages.Address.kind: definition.kind.text, AskForm.keyField: key,
            ], button: "Save")
    }

    /// The page in its frame.
    package func document(_ form: AskForm, faults: [FormFault], in frame: PageFrame) -> Document {
        AskPage(title: "\(definition.title): \(ref)", faults: faults, forms: [form]).document(in: frame)
    }

    /// Whom a fact of the kind can be about on the day.
    package var subjects: [FactSubject] { family.sheet.facts.subjects(of: definition.about, on: family.sheet.day) }

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
        let name = Address.name(field.key)
        let label = field.isRequired ? field.title : "\(field.title) (optional)"
        let none = field.isRequired ? [] : [StartOptions.Option(value: "", title: "Not said")]
        switch field.content {
        case .choice(let words):
            let options = none + words.map { .init(value: $0.text, title: FamilyPages.words($0.text)) }
            return AskField(name, label, options.count > FactPage.mostRadios ? .choice(options) : .radios(options))
        case .answer:
            return AskField(
                name, label,
                .radios(none + Answer.allCases.map { .init(value: $0.rawValue, title: FamilyPages.words($0.rawValue)) })
            )
        case .whole(let range):
            return AskField(name, label, hint: "From \(range.lowerBound) to \(range.upperBound)", .number)
        case .day: return AskField(name, label, .date)
        case .staff: return AskField(name, label, hint: "The code of a member of staff", .text)
        case .link(let kinds):
            let facts = kinds.flatMap { family.facts(of: $0) }.filter { $0.holds(on: family.sheet.day) }
            return AskField(
                name, label, hint: facts.isEmpty ? "Nothing of this kind is on record yet" : nil,
                .choice(
                    [.init(value: "", title: facts.isEmpty ? "Nothing yet" : "Choose")]
                        + facts.map {
                            .init(
                                value: "\($0.fact.id)",
                                title: String(FamilyWork.words(of: $0.fact, in: family).prefix(FactPage.mostLetters)))
                        }))
        case .narrative: return AskField(name, label, .words)
        }
    }

    /// Of more choices than these, a list opens.
    private static let mostRadios = 7
    /// So many characters of a text stand in a list.
    private static let mostLetters = 80
}
