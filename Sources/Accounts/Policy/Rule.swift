/// One row of the policy: a role that may do an action under a relation, and what it then sees.
package struct Rule: Hashable, Sendable {
    /// The role.
    package let role: Role
    /// The relation that must hold.
    package let relation: Relation
    /// What content the role sees in this action.
    package let aspects: Set<Aspect>

    init(_ role: Role, _ relation: Relation, _ aspects: Set<Aspect> = []) {
        self.role = role
        self.relation = relation
        self.aspects = aspects
    }
}

/// What is said of an action whoever asks.
package struct ActionTraits: Hashable, Sendable {
    /// Whether it changes anything.
    package let writes: Bool
    /// Whether every doing of it enters the access log, because it gives identifiable data or rights.
    package let isLooked: Bool
    /// Whether the second factor must have been given within the last ten minutes.
    package let needsStepUp: Bool
    /// Whether it belongs to no site.
    package let isOfNetwork: Bool
    /// Whether the programme does it over all of the site and gives back settings, figures or a verdict, no family's
    /// content: then neither reach nor bars cut what it works on.
    package let isWhole: Bool
    /// Whether nobody does it to their own account: it gives rights, or takes a bar away.
    package let isForOthersOnly: Bool

    init(
        writes: Bool = false, looked: Bool = true, stepUp: Bool = false, network: Bool = false, whole: Bool = false,
        forOthersOnly: Bool = false
    ) {
        self.writes = writes
        isLooked = looked
        needsStepUp = stepUp
        isOfNetwork = network
        isWhole = whole
        isForOthersOnly = forOthersOnly
    }
}
