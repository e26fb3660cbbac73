extension ConstraintCase {
    private static func call(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("on_call.call", constraint, "UPDATE on_call.call SET \(changes) WHERE site_id = 1")
    }

    private static func handover(_ constraint: String, _ changes: String = "{}") -> ConstraintCase {
        ConstraintCase("on_call.handover", constraint, again("on_call.handover", with: changes))
    }

    private static let nobody = "'10000000-0000-0000-0000-0000000000ff'"

    /// The teams' telephones.
    static let onCall: [ConstraintCase] = [
        ConstraintCase(
            "on_call.call", "call_pkey",
            """
            INSERT INTO on_call.call (site_id, call_id, team_id, caller, done, came_at, taken_by, recorded_at)
            SELECT site_id, call_id, team_id, caller, done, came_at, taken_by, recorded_at
            FROM on_call.call WHERE site_id = 1
            """),
        call("call_team_fkey", "team_id = \(nobody)"),
        call("call_stream_fkey", "episode_id = \(nobody)"),
        call("call_caller_known", "caller = 'neighbour'"),
        call("call_done_known", "done = 'forgotten'"),
        call("call_came_at_finite", "came_at = '-infinity'"),
        call("call_recorded_after_it_came", "recorded_at = came_at - interval '1 minute'"),
        call("call_words_as_one", "narrative_id = NULL"),
        call("call_commitment_is_sha256", "commitment = ''"),
        handover("handover_pkey"),
        handover("handover_team_fkey", #"{"team_id": "10000000-0000-0000-0000-0000000000ff"}"#),
        handover("handover_day_finite", #"{"day": "infinity"}"#),
        handover("handover_taken_at_finite", #"{"taken_by": "S-2", "taken_at": "infinity"}"#),
        handover("handover_calls_not_negative", #"{"taken_by": "S-2", "calls": -1}"#),
    ]

    private static func attempt(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase(
            "interview.attempt", constraint, "UPDATE interview.attempt SET \(changes) WHERE site_id = 1")
    }

    /// Attempts to hold interviews.
    static let attempts: [ConstraintCase] = [
        ConstraintCase(
            "interview.attempt", "attempt_pkey",
            """
            INSERT INTO interview.attempt (site_id, attempt_id, episode_id, slot, outcome, made_at, made_by)
            SELECT site_id, attempt_id, episode_id, slot, outcome, made_at, made_by
            FROM interview.attempt WHERE site_id = 1
            """),
        attempt("attempt_stream_fkey", "episode_id = \(nobody)"),
        attempt("attempt_slot_positive", "slot = 0"),
        attempt("attempt_outcome_known", "outcome = 'asleep'"),
        attempt("attempt_again_part_known", "again_part = 'midnight'"),
        attempt("attempt_again_on_finite", "again_on = 'infinity'"),
        attempt("attempt_no_more_after_refusal", "outcome = 'refused', again_part = 'morning'"),
        attempt("attempt_made_at_finite", "made_at = 'infinity'"),
    ]

    private static func owner(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("referral.owner", constraint, "UPDATE referral.owner SET \(changes) WHERE site_id = 1")
    }

    /// To whom referrals were given.
    static let referralOwners: [ConstraintCase] = [
        ConstraintCase(
            "referral.owner", "owner_pkey",
            """
            INSERT INTO referral.owner (site_id, episode_id, turn, staff, given_at, given_by)
            SELECT site_id, episode_id, turn, staff, given_at, given_by FROM referral.owner WHERE site_id = 1
            """),
        owner("owner_stream_fkey", "episode_id = \(nobody)"),
        owner("owner_turn_positive", "turn = 0"),
        owner("owner_first_is_somebody", "staff = NULL"),
        owner("owner_given_at_finite", "given_at = 'infinity'"),
    ]
}
