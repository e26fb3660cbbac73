/// What settings say of signing in.
package struct SignInSettings: Hashable, Sendable {
    /// How long sessions hold.
    package var sessions: SessionLimits
    /// What is asked of hashes of passwords.
    package var cost: HashCost
    /// How failures slow down.
    package var throttle: ThrottleRule
    /// The roles that must have a second factor.
    package var factorRoles: Set<Role>
    /// Within which time one hand does not replace both the password and the second factor of somebody else's account.
    package var replacement: ReplacementRule

    /// Settings; by default what the sources named at each of them say.
    package init(
        sessions: SessionLimits = SessionLimits(), cost: HashCost = .standard, throttle: ThrottleRule = ThrottleRule(),
        factorRoles: Set<Role> = Set(Role.allCases.filter(\.needsSecondFactor)),
        replacement: ReplacementRule = ReplacementRule()
    ) {
        self.sessions = sessions
        self.cost = cost
        self.throttle = throttle
        self.factorRoles = factorRoles
        self.replacement = replacement
    }
}
