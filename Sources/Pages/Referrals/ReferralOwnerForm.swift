import CivilDate
import Intervention
import Markup
import Practice

/// Whose a referral is: who had it, and the form that gives it to somebody or takes it back.
struct ReferralOwnerForm {
    let sheet: ReferralSheet
    let place: OfficePlace
    /// Under which it is done once.
    let key: String
    let mark: String

    /// The form; nil where the referral needs no owner any more.
    var form: AskForm? {
        guard sheet.step?.needsOwner == true else { return nil }
        let nobody = StartOptions.Option(
            value: ReferralPage.Field.nobody, title: sheet.owner == nil ? "Nobody yet" : "Nobody: take it back")
        let staff = sheet.staff.map { StartOptions.Option(value: $0.text, title: $0.text) }
        let now = sheet.owner?.staff?.text ?? ReferralPage.Field.nobody
        return AskForm(
            to: ReferralsPage.Address.owner, mark: mark,
            sections: [
                AskForm.Section(
                    "Whose it is", lead: history,
                    fields: [
                        AskField(
                            ReferralPage.Field.owner, "Who sees to it",
                            hint: "Somebody in post today. It lets nobody see more than they do.", value: now,
                            .choice([nobody] + staff))
                    ])
            ],
            hidden: [
                OfficePlace.field: place.site.value, EpisodePage.Address.ref: sheet.ref.text, AskForm.keyField: key,
                ReferralPage.Field.turn: "\(sheet.owners.first?.turn ?? 0)",
            ], button: "Keep who sees to it")
    }

    /// To whom it was given, the last first.
    var history: [Node] {
        guard !sheet.owners.isEmpty else { return [el("p", [], "Nobody yet.")] }
        let items = sheet.owners.map { owner in
            let what = owner.staff.map { "Given to \($0)" } ?? "Taken back"
            return el("li", [], .text("\(what) by \(owner.by) on \(DayText.long(owner.on))."))
        }
        return [el("ul", [.class("owners")], each: items)]
    }
}
