import CivilDate
import Intervention
import Markup
import Practice

/// The inbox of referrals: what waits, for how long, for whom, and what is missing.
package struct ReferralsPage: Sendable {
    /// Where the pages of referrals are, and what their fields are called.
    package enum Address {
        /// The inbox.
        package static let page = "/referrals"
        /// A new referral.
        package static let new = "/referrals/new"
        /// One referral: its screening and the decision about it.
        package static let one = "/referrals/one"
        /// Who takes the family on.
        package static let allocation = "/referrals/allocation"
        /// Letters about a referral.
        package static let letter = "/referrals/letter"
    }

    private let inbox: ReferralInbox
    private let place: OfficePlace

    /// A page.
    package init(_ inbox: ReferralInbox, at place: OfficePlace) {
        self.inbox = inbox
        self.place = place
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let query = "?\(OfficePlace.field)=\(place.site.value)"
        let new = el("a", [.href(Address.new + query), .class("deed")], "Write down a referral")
        return frame.document(
            title: "Referrals",
            [
                el("h1", [], "Referrals"),
                el("p", [.class("scope")], .text("\(inbox.site), \(DayText.long(inbox.day)).")),
                el("p", [.class("deeds")], new),
            ] + WaitingReferral.Step.allCases.flatMap(block))
    }

    private func block(_ step: WaitingReferral.Step) -> [Node] {
        let referrals = inbox.referrals.filter { $0.step == step }
        guard !referrals.isEmpty else {
            return [el("h2", [], .text(step.title)), el("p", [], "Nothing waits.")]
        }
        let names = ["Family", "Waits", "Who does it", "Model and team", "Missing"]
        return [
            el("h2", [], .text("\(step.title) (\(referrals.count))")),
            CardTable(title: step.title, columns: names, rows: referrals.map(row)).node,
        ]
    }

    private func row(_ referral: WaitingReferral) -> CardTable.Row {
        let days = referral.age(on: inbox.day)
        let since = "\(days == 1 ? "1 day" : "\(days) days"), since \(DayText.long(referral.referredOn))"
        let owners = referral.owners.isEmpty ? "Nobody yet" : referral.owners.map(\.text).joined(separator: ", ")
        let team = referral.team.map { "\(referral.model.title), \($0)" } ?? referral.model.title
        let gaps =
            referral.gaps.isEmpty ? "Nothing" : referral.gaps.map(\.title).joined(separator: ", ").capitalizedFirst
        return CardTable.Row(family(referral), [since, owners, team, gaps].map { .text($0) })
    }

    private func family(_ referral: WaitingReferral) -> Node {
        guard let ref = referral.ref else { return .text(referral.name ?? "Without a reference") }
        let query = "?\(OfficePlace.field)=\(place.site.value)&\(EpisodePage.Address.ref)=\(ref)"
        return el("a", [.href(Address.one + query)], .text(referral.name.map { "\(ref), \($0)" } ?? ref.text))
    }
}
