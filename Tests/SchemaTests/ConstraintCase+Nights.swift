extension ConstraintCase {
    private static func again(_ table: String, _ constraint: String, with changes: String = "{}") -> ConstraintCase {
        ConstraintCase(table, constraint, again(table, with: changes))
    }

    private static func change(_ table: String, _ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase(table, constraint, "UPDATE \(table) SET \(change)")
    }

    /// The ledger of nightly work, whose one occurrence is done, and what nights find out beside what is owed.
    static let nights: [ConstraintCase] = occurrences + work + sending + findings

    private static let occurrence = "job.occurrence"

    private static let occurrences: [ConstraintCase] = [
        again(occurrence, "occurrence_pkey"),
        again(occurrence, "occurrence_site_fkey", with: #"{"site_id": 99}"#),
        again(occurrence, "occurrence_local_date_finite", with: #"{"local_date": "infinity"}"#),
        change(occurrence, "occurrence_state_known", "state = 'asleep'"),
        change(occurrence, "occurrence_fence_not_negative", "fence = -1"),
        change(occurrence, "occurrence_tries_not_negative", "tries = -1"),
        change(occurrence, "occurrence_known_when_begun", "known_at = NULL"),
        change(occurrence, "occurrence_ended_when_done", "ended_at = NULL"),
        change(occurrence, "occurrence_reason_given", "state = 'skipped'"),
        change(occurrence, "occurrence_retry_only_if_failed", "retry_at = '2026-03-02Z'"),
        change(occurrence, "occurrence_rows_not_negative", "rows_changed = -1"),
        change(occurrence, "occurrence_changes_is_object", "changes = '[]'"),
    ]

    private static let work: [ConstraintCase] = [
        again("job.lease", "lease_pkey"),
        again("job.lease", "lease_occurrence_fkey", with: #"{"job": "verify"}"#),
        change("job.lease", "lease_fence_positive", "fence = 0"),
        again("job.attempt", "attempt_pkey"),
        again("job.attempt", "attempt_occurrence_fkey", with: #"{"job": "verify"}"#),
        change("job.attempt", "attempt_outcome_known", "outcome = 'skipped'"),
        change("job.attempt", "attempt_outcome_when_ended", "outcome = NULL"),
        change("job.attempt", "attempt_rows_not_negative", "rows_read = -1"),
        again("job.removal", "removal_pkey"),
        again("job.removal", "removal_attempt_fkey", with: #"{"fence": 2}"#),
        again("job.removal", "removal_of_something", with: #"{"removed": 0}"#),
    ]

    private static let sending: [ConstraintCase] = [
        again("job.outbox", "outbox_pkey"),
        again("job.outbox", "outbox_occurrence_fkey", with: #"{"job": "verify"}"#),
        change("job.outbox", "outbox_state_known", "state = 'lost'"),
        change("job.outbox", "outbox_subject_one_line", #"subject = E'Two\nthings'"#),
        change("job.outbox", "outbox_tries_not_negative", "tries = -1"),
    ]

    private static let findings: [ConstraintCase] = [
        again("duty.quality", "quality_pkey"),
        again("duty.quality", "quality_site_fkey", with: #"{"site_id": 99}"#),
        change("duty.quality", "quality_counts_agree", "faulty = checked + 1"),
        again("duty.edition_proposal", "edition_proposal_pkey"),
        again("duty.edition_proposal", "edition_proposal_site_fkey", with: #"{"site_id": 99}"#),
        change(
            "duty.edition_proposal", "edition_proposal_ends_after_it_begins", "through_day = from_day - 1"),
        change("duty.edition_proposal", "edition_proposal_after_its_end", "proposed_on = through_day"),
        again("duty.retention", "retention_pkey"),
        again("duty.retention", "retention_site_fkey", with: #"{"site_id": 99}"#),
        change("duty.retention", "retention_child_key_is_digest", "child_key = ''"),
    ]
}
