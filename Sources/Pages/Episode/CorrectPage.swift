import CivilDate
import Intervention
import Markup
import Practice

/// The form with which what was written down wrongly is put right, or taken back. What stood there stays on the timeline,
/// struck through.
package struct CorrectPage: Sendable {
    /// Where the page is, and what its fields are called.
    package enum Address {
        /// The page.
        package static let page = "/episode/correct"
        /// The place in the record.
        package static let seq = "seq"
        /// Why, in one word.
        package static let cause = "cause"
        /// Why, in words.
        package static let note = "note"
        /// The button that takes it back.
        package static let takeBack = "take-back"
        /// All fields of the form.
        package static let fields: Set<String> = ContactPage.Address.fields.union([
            FactPage.Address.about, "f-*", seq, cause, note, AskForm.versionField, AskForm.buttonField,
        ])
    }

    private let one: FamilySheet.Happening
    private let family: FamilySheet
    private let ref: EpisodeRef
    private let place: OfficePlace

    /// A page.
    package init(_ one: FamilySheet.Happening, of family: FamilySheet, _ ref: EpisodeRef, at place: OfficePlace) {
        self.one = one
        self.family = family
        self.ref = ref
        self.place = place
    }

    /// Where something that happened is put right.
    static func address(of one: FamilySheet.Happening, _ ref: EpisodeRef, at site: String) -> String {
        "\(FamilyText.address(Address.page, ref, at: site))&\(Address.seq)=\(one.seq.number)"
    }

    /// The fact that is corrected; nil when it is something else.
    package var fact: DatedFact? { one.fact.flatMap { id in family.facts.first { $0.fact.id == id } } }

    /// The form for a fact that is corrected; nil when it is something else.
    package var factPage: FactPage? {
        guard let fact, let definition = family.sheet.model.facts.first(where: { $0.kind == fact.fact.kind }) else {
            return nil
        }
        return FactPage(definition, of: family, ref, at: place, changing: fact)
    }

    /// Whether something that happened is put right or taken back on this page.
    package static func covers(_ one: FamilySheet.Happening) -> Bool {
        guard !one.isTakenBack else { return false }
        switch one.event {
        case .contactRecorded, .factRecorded, .factWithdrawn, .phaseEntered, .allocated, .participantJoined,
            .participantLeft, .moduleStarted, .moduleFinished, .closed:
            return true
        default: return false
        }
    }

    /// The form.
    /// - Parameter key: under which it is done once.
    package func form(key: String, mark: String) -> AskForm {
        var hidden = [
            OfficePlace.field: place.site.value, EpisodePage.Address.ref: ref.text, Address.seq: "\(one.seq.number)",
            AskForm.keyField: key, AskForm.versionField: "\(family.sheet.version.number)",
        ]
        let causes: [StartOptions.Option] = [
            .init(value: CorrectionCause.entryError.rawValue, title: "It was written down wrongly"),
            .init(value: CorrectionCause.newInformation.rawValue, title: "Something became known later"),
        ]
        let why = AskForm.Section(
            "Why it is corrected",
            fields: [
                AskField(Address.cause, "Reason", .radios(causes)),
                AskField(Address.note, "In words (optional)", .words),
            ])
        guard let right else {
            hidden[AskForm.buttonField] = Address.takeBack
            return AskForm(
                to: Address.page, mark: mark, sections: [why], hidden: hidden, button: "Take it back: it did not happen"
            )
        }
        return AskForm(
            to: Address.page, mark: mark, sections: [.init("What is right", fields: right), why], hidden: hidden,
            button: "Save the correction",
            others: [.init(value: Address.takeBack, title: "Take it back: it did not happen")])
    }

    /// The page in its frame.
    package func document(_ form: AskForm, faults: [FormFault] = [], in frame: PageFrame) -> Document {
        let way = FamilyText.address(FamilyPages.Address.timeline, ref, at: place.site.value)
        let text = fact.flatMap { family.text($0.fact) }.map { ": \($0)" } ?? ""
        return AskPage(
            title: "Correct the record of \(ref)",
            lead: [
                "On record of \(DayText.long(one.on)): \(FamilyPages.words(one.event.rawValue))"
                    + (one.words.isEmpty ? "" : ", \(one.words)") + text,
                "It stays on the timeline, struck through, with what takes its place.",
            ], faults: faults, forms: [form]
        ).document(in: frame, below: [el("p", [], el("a", [.href(way)], .text("Back to the timeline of \(ref)")))])
    }

    /// What can be put right, filled in with what is on record; nil for what can only be taken back.
    private var right: [AskField]? {
        if let contact = one.contact {
            return ContactPage.fields(
                mode: contact.mode, party: contact.party, on: one.on,
                minutes: contact.minutes.map { "\($0.number)" } ?? "")
        }
        return factPage.map {
            $0.fields() + [AskField(FactPage.Address.day, "Which day", value: DateParts.text(one.on), .date)]
        }
    }
}
