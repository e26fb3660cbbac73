import Intervention
import Markup
import Practice

/// The form for a call: who rang, about whom, what was done. It takes seconds.
package struct CallPage: Sendable {
    private typealias Address = OnCallPage.Address

    private let place: OfficePlace
    private let sheet: OnCallSheet
    private let values: FormValues
    private let faults: [FormFault]
    private let key: String
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - values: what stands in the fields.
    ///   - faults: what was wrong with what was sent.
    ///   - key: under which what is sent twice is done once.
    package init(
        _ sheet: OnCallSheet, at place: OfficePlace, values: FormValues, faults: [FormFault] = [], key: String,
        mark: String
    ) {
        self.place = place
        self.sheet = sheet
        self.values = values
        self.faults = faults
        self.key = key
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        AskPage(title: "Write down a call", faults: faults, forms: [form.filled(by: values)]).document(in: frame)
    }

    private var form: AskForm {
        AskForm(
            to: Address.call, mark: mark,
            fields: [
                AskField(
                    Address.caller, "Who rang",
                    .radios(Caller.allCases.map { .init(value: $0.rawValue, title: $0.title) })),
                AskField(Address.ref, "About which family", .choice(families)),
            ] + telephones + [
                AskField(
                    Address.done, "What was done",
                    .radios(CallResult.allCases.map { .init(value: $0.rawValue, title: $0.title) })),
                AskField(
                    Address.time, "When it came",
                    hint: "Hours and minutes, for example 03:15; a time that is still to come today is yesterday’s",
                    .text),
                AskField(
                    Address.words, "What was said and what was agreed (optional)",
                    hint: "It is sealed, and read by those who may read the family’s record", .words),
            ], hidden: [OfficePlace.field: place.site.value, AskForm.keyField: key], button: "Keep the call")
    }

    private var families: [StartOptions.Option] {
        [.init(value: "", title: "Nobody of the record")]
            + sheet.families.compactMap { family in
                family.ref.map { ref in
                    .init(value: ref.text, title: family.name.map { "\(ref), \($0)" } ?? ref.text)
                }
            }
    }

    /// Whose telephone rang, where somebody answers for several.
    private var telephones: [AskField] {
        guard sheet.own.count > 1 else { return [] }
        return [
            AskField(
                Address.team, "Whose telephone rang", hint: "Only for a call about nobody of the record",
                .choice(sheet.own.map { .init(value: $0.text, title: $0.text) }))
        ]
    }
}
