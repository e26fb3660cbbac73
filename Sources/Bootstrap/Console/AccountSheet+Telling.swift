import Accounts
import CivilDate
import Intervention
import Practice

extension AccountSheet {
    /// What opens it, in a word.
    var state: String {
        if facts.disabledAt != nil { return "disabled" }
        if !facts.hasPassword { return "no password yet" }
        return facts.hasFactor ? "two factors" : "password"
    }

    /// The roles that hold today, each once.
    var roles: [String] {
        Set(grants.filter { $0.holds(on: today) }.map(\.role.rawValue)).sorted()
    }

    /// The account in lines. The owner's name is the site's own affair and stays where it is sealed.
    var lines: [String] {
        ["\(facts.code): \(state), recovery codes \(facts.recoveryCodes)"]
            + grants.map { grant in
                let staff = grant.staff.map { " as \($0)" } ?? ""
                let cover = grant.coverFor.map { " for \($0)" } ?? ""
                let team = grant.team == nil ? "" : ", one team"
                let end = grant.through.map(\.description) ?? "-"
                return "\(grant.from)  through \(end)  \(grant.role.rawValue)\(staff)\(cover)\(team)"
            }
    }

    /// The account, for programs.
    var json: OrderedJSON {
        .object([
            "account": .text(facts.code.text), "disabled": .boolean(facts.disabledAt != nil),
            "hasPassword": .boolean(facts.hasPassword), "hasFactor": .boolean(facts.hasFactor),
            "recoveryCodes": .integer(facts.recoveryCodes),
            "grants": .list(
                grants.map { grant in
                    .object([
                        "role": .text(grant.role.rawValue), "team": grant.team.map { .text($0.description) } ?? .null,
                        "staff": grant.staff.map { .text($0.text) } ?? .null,
                        "from": .text(grant.from.description),
                        "through": grant.through.map { .text($0.description) } ?? .null,
                        "coverFor": grant.coverFor.map { .text($0.text) } ?? .null,
                    ])
                }),
        ])
    }
}
