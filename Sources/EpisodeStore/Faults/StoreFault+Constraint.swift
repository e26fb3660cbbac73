import Postgres

extension StoreFault {
    /// What a refusal of the database means to the record; nil when it says nothing about it (the connection was lost).
    ///
    /// Exclusions and references are checked when the transaction commits, so whoever commits asks this as well.
    package init?(constraint fault: PostgresFault) {
        guard let code = StoreFault.code(of: fault) else { return nil }
        self.init(code, because: fault)
    }

    /// The store's fault when there is one, or else the database's own.
    static func translating(_ fault: PostgresFault) -> any Error {
        StoreFault(constraint: fault) ?? fault
    }

    private static func code(of fault: PostgresFault) -> Code? {
        if fault.isRetriable { return .conflict }
        guard let name = fault.constraintName, let state = fault.sqlState, isConstraint(state) else { return nil }
        return meanings[name] ?? .brokenRule(name)
    }

    private static func isConstraint(_ state: SQLState) -> Bool { state.classCode == "23" }

    private static let meanings: [String: Code] = [
        "event_pkey": .conflict,
        "stream_pkey": .conflict,
        "stream_site_fkey": .unknownSite,
        "episode_one_open_per_child": .openEpisodeExists,
        "episode_ref_key": .referenceTaken,
        "child_ref_key": .referenceTaken,
        "team_code_key": .teamCodeTaken,
        "episode_team_fkey": .unknownTeam,
        "assignment_team_fkey": .unknownTeam,
        "team_registered_fkey": .unknownTeam,
        "episode_child_fkey": .unknownChild,
        "placement_one_at_a_time": .placementsOverlap,
        "episode_fact_pkey": .factsOutOfStep,
        "episode_fact_one_current": .factsOutOfStep,
        // Written in a state of the record that was over: once more, and what is there by now is seen.
        "programme_review_pkey": .conflict,
        "keyed_write_pkey": .conflict,
    ]
}
