extension ConstraintCase {
    private static func again(
        _ table: String, _ constraint: String, where condition: String = "site_id = 1", with changes: String = "{}"
    ) -> ConstraintCase {
        ConstraintCase(table, constraint, again(table, where: condition, with: changes))
    }

    private static func change(_ table: String, _ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase(table, constraint, "UPDATE \(table) SET \(change) WHERE site_id = 1")
    }

    /// What holds records, who decided that they end, and what stays of them.
    static let retention: [ConstraintCase] = holds + proposals + stubs

    private static let holds: [ConstraintCase] = [
        again("retention.hold", "hold_pkey"),
        again("retention.hold", "hold_site_fkey", with: #"{"site_id": 99}"#),
        change("retention.hold", "hold_commitment_is_sha256", "commitment = ''"),
        change("retention.hold", "hold_placed_at_finite", "placed_at = 'infinity'"),
        change("retention.hold", "hold_lifted_as_one", "lifted_by = 'operator'"),
        change(
            "retention.hold", "hold_lifted_after_placed",
            "lifted_by = 'operator', lifted_at = placed_at - interval '1 s'"),
    ]

    private static let proposal = "retention.proposal"

    private static func undecided(_ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase(proposal, constraint, "UPDATE \(proposal) SET \(change) WHERE number = 2")
    }

    private static let proposals: [ConstraintCase] = [
        again(proposal, "proposal_pkey"),
        again(proposal, "proposal_site_fkey", with: #"{"site_id": 99}"#),
        undecided("proposal_number_positive", "number = 0"),
        undecided("proposal_proposed_on_finite", "proposed_on = 'infinity'"),
        undecided("proposal_proposed_at_finite", "proposed_at = '-infinity'"),
        undecided("proposal_approved_as_one", "approved_by = 'gov-1'"),
        undecided(
            "proposal_approved_by_another", "approved_by = proposed_by, approved_at = proposed_at, approver = 'gov-1'"),
        undecided(
            "proposal_approver_is_another", "approved_by = 'gov-1', approved_at = proposed_at, approver = proposer"),
        undecided(
            "proposal_approved_after_proposed", "approved_by = 'gov-1', approver = 'gov-1', approved_at = '2025-01-01Z'"
        ),
        undecided("proposal_withdrawn_as_one", "withdrawn_by = 'gov-1'"),
        undecided("proposal_withdrawn_after_proposed", "withdrawn_by = 'gov-1', withdrawn_at = '2025-01-01Z'"),
        again("retention.proposed_child", "proposed_child_pkey", where: "number = 2"),
        again("retention.proposed_child", "proposed_child_proposal_fkey", with: #"{"number": 99}"#),
        change("retention.proposed_child", "proposed_child_keep_through_finite", "keep_through = 'infinity'"),
        again("retention.pending_key", "pending_key_pkey"),
        again("retention.destroyed_key", "destroyed_key_pkey"),
        again("retention.destroyed_key", "destroyed_key_site_fkey", with: #"{"site_id": 99}"#),
        change("retention.destroyed_key", "destroyed_key_is_a_key", "key_id = 'k1'"),
        again("retention.pending_key", "pending_key_site_fkey", with: #"{"site_id": 99}"#),
        again(
            "duty.retention", "retention_one_a_child",
            with: #"{"child_key": "\\x1111111111111111111111111111111111111111111111111111111111111111"}"#),
    ]

    private static let stubs: [ConstraintCase] = [
        again("record.stub", "stub_pkey"),
        again("record.stub", "stub_stream_known", with: #"{"stream": "team"}"#),
        again("record.stub", "stub_disposed_on_finite", with: #"{"disposed_on": "infinity"}"#),
        again("record.stub", "stub_events_positive", with: #"{"events": 0}"#),
        again("record.stub", "stub_last_hash_is_sha256", with: #"{"last_hash": ""}"#),
    ]
}
