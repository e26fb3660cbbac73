import Accounts
import CivilDate
import Intervention
import Markup
import Practice

/// What a team's list has besides its families: referrals that wait with whose they are, summaries that wait for comment, and
/// who stands in for whom.
package struct TeamDesk: Sendable {
    /// Of how many summaries of a family the list names the week.
    private static let mostWeeks = 3

    private let referrals: [WaitingReferral]?
    private let commentsOn: Bool
    /// Whether the reader hands families over from one therapist to another.
    let handsOver: Bool

    /// - Parameters:
    ///   - referrals: those that nobody has taken on, the oldest first; nil where they are not for the reader.
    ///   - commentsOn: whether the reader comments on the summaries of weeks.
    package init(referrals: [WaitingReferral]?, commentsOn: Bool, handsOver: Bool) {
        self.referrals = referrals
        self.commentsOn = commentsOn
        self.handsOver = handsOver
    }

    func nodes(_ board: FamilyBoard, at place: OfficePlace) -> [Node] {
        waiting(board, at: place) + summaries(board, at: place) + covers(board)
    }

    private func summaries(_ board: FamilyBoard, at place: OfficePlace) -> [Node] {
        guard commentsOn else { return [] }
        let title = el("h2", [], "Weekly summaries that wait for comment")
        let waiting = board.families.filter { !$0.uncommented.isEmpty }
        guard !waiting.isEmpty else { return [title, el("p", [], "None waits.")] }
        return [title, el("ul", [.class("uncommented")], each: waiting.map { summaries(of: $0, at: place) })]
    }

    /// A family with the weeks whose summaries wait, each a way to its summary.
    private func summaries(of family: FamilyRow, at place: OfficePlace) -> Node {
        let name = [family.ref?.text, family.name].compactMap { $0 }.joined(separator: " ")
        let by = family.therapist.map { ", \($0)" } ?? ""
        let named = family.uncommented.prefix(TeamDesk.mostWeeks).enumerated().map { index, week -> Node in
            let way = family.ref.map {
                FamilyText.address(FamilyPages.Address.summary, $0, at: place.site.value)
                    + "&\(SummaryPage.Address.week)=\(week.number)"
            }
            let words: Node = .text("week \(week.number)")
            return [index == 0 ? "" : ", ", way.map { el("a", [.href($0)], words) } ?? words]
        }
        let more = family.uncommented.count - named.count
        let rest = more > 0 ? " and \(more) earlier" : ""
        return el("li", [], each: [.text("\(name)\(by): ")] + named + [.text("\(rest).")])
    }

    private func waiting(_ board: FamilyBoard, at place: OfficePlace) -> [Node] {
        guard let referrals else { return [] }
        let title = el("h2", [], "Referrals that nobody has taken on")
        guard !referrals.isEmpty else { return [title, el("p", [], "Nothing waits.")] }
        let (free, owned) = (referrals.filter { $0.owner == nil }, referrals.filter { $0.owner != nil })
        func list(_ words: String, _ some: [WaitingReferral]) -> [Node] {
            guard !some.isEmpty else { return [] }
            return [
                el("h3", [], .text("\(words) (\(some.count) of \(referrals.count))")),
                el("ul", [.class("waiting")], each: some.map { item($0, board, at: place) }),
            ]
        }
        return [title] + list("Nobody sees to them yet", free) + list("Somebody sees to them", owned)
    }

    private func item(_ referral: WaitingReferral, _ board: FamilyBoard, at place: OfficePlace) -> Node {
        let name = [referral.ref?.text, referral.name].compactMap { $0 }.joined(separator: " ")
        let family: Node =
            referral.ref.map { ref in
                el("a", [.href(FamilyText.address(ReferralsPage.Address.one, ref, at: place.site.value))], .text(name))
            } ?? .text(name.isEmpty ? "Without a reference" : name)
        let team = referral.team.map { ", team \($0)" } ?? ""
        let since = FamilyText.ago(referral.referredOn, on: board.day).lowercased()
        let owner = owner(of: referral)
        return el("li", [], family, .text("\(team): \(referral.step.wait), referred \(since). "), owner)
    }

    /// Who sees to a referral; of one that nobody sees to, for whom it is by their post.
    private func owner(of referral: WaitingReferral) -> Node {
        if let owner = referral.owner, let staff = owner.staff {
            return .text("\(staff) sees to it since \(DayText.long(owner.on)).")
        }
        let owners = referral.owners.map(\.text).joined(separator: " or ")
        return owners.isEmpty
            ? el("strong", [], "Nobody supervises the team today.") : .text("It is for \(owners).")
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
