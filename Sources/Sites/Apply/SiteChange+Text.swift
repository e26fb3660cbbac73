import CivilDate
import Intervention

extension SiteChange: CustomStringConvertible {
    /// The change in one sentence.
    package var description: String {
        switch self {
        case .setting(let change): change.description
        case .authorities(let team, let now):
            (team.map { "team \($0): " } ?? "site: ") + "responsible authorities are "
                + (now.isEmpty ? "none" : now.map(\.text).joined(separator: ", "))
        case .consent(let rule): "site: consent of \(rule?.title ?? "nobody in particular") is asked"
        case .models(let models): "site: enabled models are \(models.map(\.text).joined(separator: ", "))"
        case .holder(let holder): "licence: held by \(holder)"
        case .licenceUnnamed: "licence: no longer in the file; what is on record of it is withdrawn"
        case .nightlyAt(let time): "site: nightly work begins at " + (time.map { "\($0)" } ?? "the time of the service")
        case .retention(let policy): "site: records are kept otherwise: \(policy)"
        case .letterhead(let lines):
            "site: letters have below its name " + (lines.isEmpty ? "nothing" : lines.joined(separator: ", "))
        case .postBegins(let post, let team):
            "team \(team): \(post.staff) is \(post.role.rawValue) (\(post.fte)) from \(post.from)\(post.lastDay)"
        case .postChanges(let old, let new, let team): SiteChange.sentence(from: old, to: new, in: team)
        case .postUnnamed(let post, let team):
            "team \(team): the post of \(post.staff) as \(post.role.rawValue) from \(post.from) is taken out"
        }
    }

    private static func sentence(from old: StaffPost, to new: StaffPost, in team: TeamCode) -> String {
        var parts: [String] = []
        if old.fte != new.fte { parts.append("has \(new.fte) of a post instead of \(old.fte)") }
        if old.through != new.through { parts.append(new.through.map { "leaves on \($0)" } ?? "stays") }
        return "team \(team): \(new.staff), \(new.role.rawValue) from \(new.from), " + parts.joined(separator: " and ")
    }
}

extension SettingChange: CustomStringConvertible {
    /// The change in one sentence: what, of which model, from what to what, from when and why.
    package var description: String {
        let why = reason.map { " (\($0))" } ?? " (taken out of the file)"
        return
            "setting: \(parameter.key) of \(model) is \(new)\(parameter.unit.suffix) instead of \(old) from \(from) on\(why)"
    }
}

extension StaffPost {
    /// The last day with words before it; empty while the post lasts.
    fileprivate var lastDay: String { through.map { " to \($0)" } ?? "" }
}

extension StandingStep {
    /// The step in one sentence.
    func sentence(of team: TeamCode) -> String {
        switch self {
        case .passReview(let day): "team \(team): readiness review passed on \(day)"
        case .moveReview(_, let from, let to): "team \(team): readiness review corrected from \(from) to \(to)"
        case .grant(let term, _): "team \(team): licensed from \(term.from) to \(term.through)"
        case .renew(let term, let day): "team \(team): licence renewed on \(day), from \(term.from) to \(term.through)"
        case .correctTerm(_, let from, let to, _, _) where from == to:
            "team \(team): day of the renewal from \(to.from) to \(to.through) corrected"
        case .correctTerm(_, let from, let to, _, _):
            "team \(team): licence corrected from \(from.from) to \(from.through), now \(to.from) to \(to.through)"
        case .withdrawReview(_, let day):
            "team \(team): the readiness review on \(day) is withdrawn, the file does not state it"
        case .withdrawTerm(_, let term, let isGrant):
            "team \(team): the \(isGrant ? "licence" : "renewal") from \(term.from) to \(term.through) is withdrawn, "
                + "the file does not state it"
        case .setRota(let rota): "team \(team): on-call rota set from \(rota.from) on, spells \(rota.spells.count)"
        }
    }
}
