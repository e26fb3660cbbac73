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
        /// Who sees to a referral that nobody has taken on.
        package static let owner = "/referrals/owner"
        /// Letters about a referral.
        package static let letter = "/referrals/letter"
    }

    /// Whose referrals are listed.
    package enum Whose: String, CaseIterable, Hashable, Sendable {
        /// Everybody's, and nobody's.
        case all
        /// Those that were given to the reader.
        case mine
        /// Those that nobody sees to yet.
        case nobody

        /// The name of the field that says it.
        package static let field = "owner"
    }

    private let inbox: ReferralInbox
    private let place: OfficePlace
    private let whose: Whose

    /// A page.
    package init(_ inbox: ReferralInbox, of whose: Whose = .all, at place: OfficePlace) {
        self.inbox = inbox
        self.place = place
        self.whose = whose
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
                el("p", [.class("deeds")], new), ways.region("Whose referrals"),
            ] + WaitingReferral.Step.allCases.flatMap(block))
    }

    /// The ways to everybody's, one's own and nobody's, each with how many wait.
    private var ways: PageLinks {
        func way(_ whose: Whose) -> String {
            let query = "\(Address.page)?\(OfficePlace.field)=\(place.site.value)"
            return whose == .all ? query : "\(query)&\(Whose.field)=\(whose.rawValue)"
        }
        let pages = Whose.allCases.map { whose in
            let count = inbox.referrals.count { isListed($0, of: whose) }
            return StartOptions.Option(value: way(whose), title: "\(whose.title) (\(count))")
        }
        return PageLinks(pages, at: way(whose))
    }

    private func isListed(_ referral: WaitingReferral, of whose: Whose) -> Bool {
        switch whose {
        case .all: true
        case .mine: referral.owner?.staff.map { inbox.own.contains($0) } ?? false
        case .nobody: referral.step.needsOwner && referral.owner == nil
        }
    }

    private func block(_ step: WaitingReferral.Step) -> [Node] {
        let referrals = inbox.referrals.filter { $0.step == step && isListed($0, of: whose) }
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
        let team = referral.team.map { "\(referral.model.title), \($0)" } ?? referral.model.title
        let gaps =
            referral.gaps.isEmpty ? "Nothing" : referral.gaps.map(\.title).joined(separator: ", ").capitalizedFirst
        return CardTable.Row(family(referral), [.text(since), owner(of: referral), .text(team), .text(gaps)])
    }

    /// Who sees to it since when; of one that nobody sees to, for whom it is by their post.
    private func owner(of referral: WaitingReferral) -> Node {
        let posts = referral.owners.map(\.text).joined(separator: ", ")
        guard referral.step.needsOwner else { return .text(posts.isEmpty ? "Nobody yet" : posts) }
        if let owner = referral.owner, let staff = owner.staff {
            return .text("\(staff), since \(DayText.long(owner.on))")
        }
        return [el("strong", [], "Nobody yet"), .text(posts.isEmpty ? "" : ", it is for \(posts)")]
    }

    private func family(_ referral: WaitingReferral) -> Node {
        guard let ref = referral.ref else { return .text(referral.name ?? "Without a reference") }
        let query = "?\(OfficePlace.field)=\(place.site.value)&\(EpisodePage.Address.ref)=\(ref)"
        return el("a", [.href(Address.one + query)], .text(referral.name.map { "\(ref), \($0)" } ?? ref.text))
    }
}
