package import Intervention

/// One entry of the access log: somebody saw, searched, took out or changed something identifiable, or was refused.
package struct Look: Hashable, Sendable {
    /// What was looked at. Codes and ids only.
    package enum Target: Hashable, Sendable {
        case site
        case episode(EpisodeID)
        case child(ChildID)
        case person(PersonID)
        case team(TeamID)
        case account(AccountID)
    }

    /// How it ended.
    package enum Outcome: String, CaseIterable, Hashable, Sendable {
        case allowed
        case refused
    }

    /// What was done.
    package let action: Action
    /// To what.
    package let target: Target
    /// By which relation.
    package let relation: Relation
    /// For whom, when it was cover.
    package let coverFor: StaffCode?
    /// How it ended.
    package let outcome: Outcome
    /// How many rows it gave, where it gave rows.
    package let rows: Int?

    /// A look.
    package init(
        _ action: Action, at target: Target, as relation: Relation, coverFor: StaffCode? = nil,
        outcome: Outcome = .allowed, rows: Int? = nil
    ) {
        self.action = action
        self.target = target
        self.relation = relation
        self.coverFor = coverFor
        self.outcome = outcome
        self.rows = rows
    }
}
