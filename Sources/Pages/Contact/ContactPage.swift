import CivilDate
import Intervention
import Markup

/// The form for a contact: made for a telephone, filled in with what is usual, sent once.
package enum ContactPage {
    /// Where the page is, and what its fields are called.
    package enum Address {
        /// The page.
        package static let page = "/contact"
        /// How it was held.
        package static let mode = "mode"
        /// Whom it was with.
        package static let party = "party"
        /// The day.
        package static let day = "on"
        /// How long it took.
        package static let minutes = "minutes"
        /// All fields of the form.
        package static let fields: Set<String> = Set(DateParts.names(day)).union([
            OfficePlace.field, EpisodePage.Address.ref, mode, party, minutes, AskForm.keyField,
        ])
    }

    /// The form as it opens: a visit at home with the carer, today, an hour.
    /// - Parameter key: under which it is done once.
    package static func form(
        _ ref: EpisodeRef, at place: OfficePlace, on today: CivilDate, key: String, mark: String
    ) -> AskForm {
        AskForm(
            to: Address.page, mark: mark,
            fields: fields(mode: .homeVisit, party: .carer, on: today, minutes: "60"),
            hidden: [
                OfficePlace.field: place.site.value, EpisodePage.Address.ref: ref.text, AskForm.keyField: key,
            ], button: "Save the contact")
    }

    /// What is asked of a contact, filled in.
    static func fields(mode: ContactMode, party: ContactParty, on day: CivilDate, minutes: String) -> [AskField] {
        [
            AskField(Address.mode, "How", value: mode.rawValue, .radios(modes)),
            AskField(Address.party, "With whom", value: party.rawValue, .choice(parties)),
            AskField(Address.day, "Which day", value: DateParts.text(day), .date),
            AskField(Address.minutes, "How many minutes (optional)", value: minutes, .number),
        ]
    }

    /// The page in its frame.
    /// - Parameter unsent: where a script tells of contacts that wait on the device.
    package static func document(
        _ ref: EpisodeRef, _ form: AskForm, faults: [FormFault] = [], unsent: UnsentPanel?, in frame: PageFrame
    ) -> Document {
        AskPage(title: "Contact with \(ref)", faults: faults, forms: [form]).document(
            in: frame, before: unsent.map { [$0.node] } ?? [], below: [])
    }

    private static let modes = ContactMode.allCases.map { StartOptions.Option(value: $0.rawValue, title: $0.title) }
    private static let parties = ContactParty.allCases.map {
        StartOptions.Option(value: $0.rawValue, title: $0.title)
    }
}

extension ContactMode {
    /// What people call it.
    var title: String {
        switch self {
        case .homeVisit: "Visit at home"
        case .communityVisit: "Visit in the community"
        case .schoolVisit: "Visit at school"
        case .meeting: "Meeting"
        case .telephone: "Telephone"
        case .video: "Video call"
        case .message: "Message"
        case .onCall: "On call"
        case .attemptedOnly: "Tried, nobody reached"
        }
    }
}

extension ContactParty {
    /// What people call them.
    var title: String {
        switch self {
        case .family: "The family"
        case .carer: "A carer"
        case .child: "The young person"
        case .school: "School"
        case .socialCare: "Social care"
        case .youthOffending: "Youth offending service"
        case .police: "Police"
        case .placementStaff: "Staff of the placement"
        case .other: "Somebody else"
        }
    }
}
