import Intervention

/// The form that asks when and where a family is to be met. What is typed makes a letter and is not kept.
package enum MeetingForm {
    /// The day, in three fields.
    package static let day = "on"
    /// The time.
    package static let time = "time"
    /// Where.
    package static let place = "place"

    /// The page with the form.
    package static func page(
        _ ref: EpisodeRef, at office: OfficePlace, _ values: FormValues, faults: [FormFault], mark: String
    ) -> AskPage {
        let places = LetterMeeting.Place.allCases.map { StartOptions.Option(value: $0.rawValue, title: $0.title) }
        let form = AskForm(
            to: LetterPage.Address.appointment, mark: mark,
            fields: [
                AskField(day, "Which day", .date), AskField(time, "What time", hint: "For example 16:30", .text),
                AskField(place, "Where", .radios(places)),
            ], hidden: [OfficePlace.field: office.site.value, EpisodePage.Address.ref: ref.text],
            button: "Show the letter")
        return AskPage(
            title: "Invite the family of \(ref)",
            lead: ["This makes a letter to print. No address is on it, and nothing of it is kept."], faults: faults,
            forms: [form.filled(by: values)])
    }
}
