import CivilDate
import Intervention
import Markup
import Practice

/// The form of a new referral, and the question whether the child is one whom the site knows already.
package struct NewReferralPage: Sendable {
    /// What the fields are called.
    package enum Field {
        /// The site's reference of the episode to begin.
        package static let ref = "ref"
        /// The site's reference of the child.
        package static let child = "child"
        /// The child's name.
        package static let name = "name"
        /// The day of birth, in three fields.
        package static let born = "born"
        /// The NHS number.
        package static let number = "number"
        /// Sex as recorded.
        package static let sex = "sex"
        /// The team, which says the model.
        package static let team = "team"
        /// Who referred.
        package static let source = "source"
        /// The authority that answers for the child.
        package static let authority = "authority"
        /// The day of referral, in three fields.
        package static let day = "day"
        /// That somebody looked at those whom the site knows, and it is none of them.
        package static let checked = "checked"

        /// All of them.
        package static let all: Set<String> = Set(
            [ref, child, name, number, sex, team, source, authority, checked] + DateParts.names(born)
                + DateParts.names(day))
    }

    private let place: OfficePlace
    private let teams: [StartOptions.Option]
    private let values: FormValues
    private let faults: [FormFault]
    private let key: String
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - teams: the teams, each with its model.
    ///   - key: under which what is sent twice is done once.
    package init(
        at place: OfficePlace, teams: [StartOptions.Option], values: FormValues, faults: [FormFault] = [], key: String,
        mark: String
    ) {
        self.place = place
        self.teams = teams
        self.values = values
        self.faults = faults
        self.key = key
        self.mark = mark
    }

    /// The form in its frame.
    package func document(in frame: PageFrame) -> Document {
        AskPage(
            title: "Write down a referral",
            lead: ["Before anything is kept, the site is searched for the child, so that nobody is recorded twice."],
            faults: faults, forms: [form.filled(by: values)]
        ).document(in: frame)
    }

    /// Those whom the child may be: a person decides before anything is kept.
    package func document(asking found: SearchResult, in frame: PageFrame) -> Document {
        let hits = found.hits.map { hit in
            let born = hit.birthDate.map { ", born on \(DayText.long($0))" } ?? ""
            let refs = hit.children.map(\.text).joined(separator: ", ")
            let of = refs.isEmpty ? "" : ", \(hit.isChild ? "" : "family of ")\(refs)"
            return el("li", [], .text("\(hit.name ?? "No name is kept")\(born)\(of)"))
        }
        let lead =
            "If it is one of these, go back and write that reference of the child. If it is somebody else, go on: nothing is "
            + "lost."
        return frame.document(
            title: "Is the child one of these?",
            [
                el("h1", [], "Is the child one of these?"), el("p", [], .text(lead)),
                el("ul", [.class("found")], each: hits),
            ] + (found.isCut ? [el("p", [], "There are more of that name.")] : [])
                + [
                    again("It is somebody else: keep the referral", [Field.checked: "yes"]).node,
                    again("Go back to the form", [AskForm.buttonField: "back"]).node,
                ])
    }

    /// A form that sends all that was typed once more.
    private func again(_ button: String, _ further: [String: String]) -> AskForm {
        var hidden = further.merging([OfficePlace.field: place.site.value, AskForm.keyField: key]) { first, _ in first }
        for name in Field.all where name != Field.checked { hidden[name] = values.text(name) }
        return AskForm(to: ReferralsPage.Address.new, mark: mark, hidden: hidden, button: button)
    }

    private var form: AskForm {
        let none = StartOptions.Option(value: "", title: "Not known")
        return AskForm(
            to: ReferralsPage.Address.new, mark: mark,
            sections: [
                AskForm.Section(
                    "The child",
                    fields: [
                        AskField(Field.name, "Name", .text),
                        AskField(Field.born, "Date of birth (optional)", hint: "For example 31 3 2012", .date),
                        AskField(Field.number, "NHS number (optional)", .text),
                        AskField(
                            Field.sex, "Sex as recorded",
                            .choice([none] + Sex.allCases.map { .init(value: $0.rawValue, title: $0.title) })),
                        AskField(
                            Field.child, "The site’s reference of the child",
                            hint: "A new one, or that of a child whom the site knows", .text),
                    ]),
                AskForm.Section(
                    "The referral",
                    fields: [
                        AskField(Field.ref, "The site’s reference of the episode", hint: "For example N-0001", .text),
                        AskField(Field.team, "To which team", .choice(teams)),
                        AskField(Field.day, "Day of referral", .date),
                        AskField(
                            Field.source, "Who referred",
                            .choice([none] + ReferralSource.allCases.map { .init(value: $0.rawValue, title: $0.title) })
                        ),
                        AskField(
                            Field.authority, "Authority that answers for the child (optional)",
                            hint: "Its code, for example E06000033", .text),
                    ]),
            ], hidden: [OfficePlace.field: place.site.value, AskForm.keyField: key], button: "Search, then keep")
    }
}
