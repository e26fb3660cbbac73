import API
import Accounts
import Intervention
import Practice
import Sites

extension LookEntry {
    /// A look, by codes and ids.
    var json: JSON {
        [
            "arrival": .text("\(arrival)"), "at": .text("\(at)"), "actor": .text(actor), "way": .text(way),
            "for": .text(coverFor), "action": .text(action), "relation": .text(relation), "target": .text(target),
            "ref": .text(ref), "id": .text(targetID), "outcome": .text(outcome),
            "rows": rows.map { .integer($0) } ?? .null, "reference": .text(reference),
        ]
    }
}

extension RetentionSheet.Entry {
    /// How long a record is kept.
    var json: JSON {
        [
            "child": .text("\(child)"), "ref": .text(ref), "rule": .text(rule.rawValue),
            "keepThrough": .text(keepThrough), "isDue": .boolean(isDue), "isHeld": .boolean(isHeld),
            "proposal": proposal.map { .integer(Int($0)) } ?? .null,
        ]
    }
}

extension RetentionSheet.Proposal {
    /// A proposal, and where it stands.
    var json: JSON {
        [
            "number": .integer(Int(number)), "proposedOn": .text("\(proposedOn)"), "proposedBy": .text(proposedBy.text),
            "approvedBy": .text(approvedBy), "isWithdrawn": .boolean(isWithdrawn), "children": .integer(children),
            "disposed": .integer(disposed),
        ]
    }
}

extension AccountSheet {
    /// An account with its grants. What opens it is said, never shown; the owner's name stays where it is sealed.
    var members: [JSON.Member] {
        [
            .init("account", .text(facts.code.text)), .init("isDisabled", .boolean(facts.disabledAt != nil)),
            .init("hasPassword", .boolean(facts.hasPassword)), .init("hasFactor", .boolean(facts.hasFactor)),
            .init("recoveryCodes", .integer(facts.recoveryCodes)),
            .init(
                "grants",
                .list(
                    grants.map { grant in
                        [
                            "role": .text(grant.role.rawValue), "team": .text(grant.team), "staff": .text(grant.staff),
                            "from": .text("\(grant.from)"), "through": .text(grant.through),
                            "coverFor": .text(grant.coverFor),
                        ]
                    })),
        ]
    }
}

extension OpenSession {
    /// An open session.
    var json: JSON {
        [
            "session": .text("\(id)"), "stage": .text(stage.rawValue), "begunAt": .text("\(begunAt)"),
            "usedAt": .text("\(usedAt)"),
        ]
    }
}

extension TokenFacts {
    /// A token, without what opens anything.
    var json: JSON {
        [
            "label": .text(label), "prefix": .text(prefix),
            "actions": .list(actions.map(\.rawValue).sorted().map { .text($0) }), "madeAt": .text("\(madeAt)"),
            "expiresAt": .text("\(expiresAt)"), "usedAt": .text(usedAt), "revokedAt": .text(revokedAt),
        ]
    }
}
