import Accounts
import CivilDate
import Intervention
import Markup
import Practice

/// What a team's list has besides its families: referrals that wait with whose they are, and who stands in for whom.
package struct TeamDesk: Sendable {
    private let referrals: [WaitingReferral]?
    /// Whether the reader hands families over from one therapist to another.
    let handsOver: Bool

    /// - Parameter referrals: those that nobody has taken on, the oldest first; nil where they are not for the reader.
    package init(referrals: [WaitingReferral]?, handsOver: Bool) {
        self.referrals = referrals
        self.handsOver = handsOver
    }

    func nodes(_ board: FamilyBoard, at place: OfficePlace) -> [Node] {
        waiting(board, at: place) + covers(board)
    }

    private func waiting(_ board: FamilyBoard, at place: OfficePlace) -> [Node] {
        guard let referrals else { return [] }
        let title = el("h2", [], "Referrals that nobody has taken on")
        guard !referrals.isEmpty else { return [title, el("p", [], "Nothing waits.")] }
        return [title, el("ul", [.class("waiting")], each: referrals.map { item($0, board, at: place) })]
    }

    private func item(_ referral: WaitingReferral, _ board: FamilyBoard, at place: OfficePlace) -> Node {
        let name = [referral.ref?.text, referral.name].compactMap { $0 }.joined(separator: " ")
        let family: Node =
            referral.ref.map { ref in
                el("a", [.href(FamilyText.address(ReferralsPage.Address.one, ref, at: place.site.value))], .text(name))
            } ?? .text(name.isEmpty ? "Without a reference" : name)
        let team = referral.team.map { ", team \($0)" } ?? ""
        let since = FamilyText.ago(referral.referredOn, on: board.day).lowercased()
        let owners = referral.owners.map(\.text).joined(separator: " or ")
        let owner: Node =
            owners.isEmpty
            ? el("strong", [], "Nobody supervises the team today.") : .text("It is for \(owners).")
        return el("li", [], family, .text("\(team): \(referral.step.wait), referred \(since). "), owner)
    }

    private func covers(_ board: FamilyBoard) -> [Node] {
        let title = el("h2", [], "Who stands in for whom")
        guard !board.covers.isEmpty else { return [title, el("p", [], "Nobody, for four weeks from today.")] }
        return [
            title,
            el(
                "ul", [.class("covers")],
                each: board.covers.map { cover in
                    let days = "\(DayText.long(cover.from)) to \(DayText.long(cover.through))"
                    let now = cover.holds(on: board.day) ? el("strong", [], " Today.") : Node.empty
                    return el("li", [], .text("\(cover.by) for \(cover.standsInFor), \(days)."), now)
                }),
        ]
    }
}

extension WaitingReferral.Step {
    /// What is waited for, within a sentence.
    fileprivate var wait: String {
        switch self {
        case .decision: "to be decided"
        case .allocation: "accepted, no therapist yet"
        case .beginning: "waiting for the first session"
        }
    }
}
