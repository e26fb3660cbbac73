/// What a pack for subject access says of each table that has rows about a child: what it is and why it is kept, or why it is
/// left out. A table that is in neither list stops the pack, so that nothing is left out unseen.
package enum SubjectCatalogue {
    /// A table that is given out.
    struct Entry {
        /// The table.
        let table: String
        /// The short name of its part.
        let key: String
        /// What it is.
        let title: String
        /// Why it is kept.
        let reason: String
        /// Whom each row is about beside the child.
        let thirdParty: SubjectPack.ThirdParty?

        init(
            _ table: String, _ key: String, _ title: String, _ reason: String,
            _ thirdParty: SubjectPack.ThirdParty? = nil
        ) {
            self.table = table
            self.key = key
            self.title = title
            self.reason = reason
            self.thirdParty = thirdParty
        }
    }

    private static let care =
        "treatment and safeguarding: UK GDPR art. 6 (1) (e), art. 9 (2) (h); given by the referrer "
        + "or recorded by the team"
    private static let quality = "the quality of treatment: UK GDPR art. 6 (1) (e); recorded by the team"
    private static let law = "what the law asks of a site: UK GDPR art. 5 (1) (e), art. 30"

    /// The tables that are given out, in the order of the pack.
    static let entries: [Entry] = [
        Entry("identity.person", "particulars", "Who you are", care),
        Entry("identity.address", "addresses", "Where you live and lived", care),
        Entry("identity.bond", "family", "Who of your family is known", care, .family),
        Entry("record.child", "child", "How the site knows you", care),
        Entry("record.episode", "episodes", "Your treatment", care),
        Entry("record.assignment", "assignments", "Who worked with you", care, .staff),
        Entry("referral.owner", "referral-owners", "Who saw to your referral", care, .staff),
        Entry("record.phase_spell", "phases", "Stages of the treatment", care),
        Entry("record.contact", "contacts", "Meetings and calls", care),
        Entry("on_call.call", "calls", "Calls to the team's telephone", care, .family),
        Entry("record.participant", "participants", "Who else took part", care, .family),
        Entry("record.model_fact", "observations", "What was noted in the treatment", care),
        Entry("summary.draft", "drafts", "What was typed in a weekly summary and not handed in", care, .staff),
        Entry("summary.comment", "comments", "Who commented on a weekly summary", care, .staff),
        Entry("summary.discussion", "discussions", "When a weekly summary was discussed", quality, .staff),
        Entry("record.tracker_state", "trackers", "How that changed", care),
        Entry("record.module_run", "modules", "Parts of the treatment", care),
        Entry("record.interview", "interviews", "Interviews about the treatment", quality, .family),
        Entry("interview.attempt", "attempts", "When the family was rung for an interview", quality, .family),
        Entry("interview.link", "links", "Links by which a carer was to answer alone", quality, .family),
        Entry("record.outcome", "outcomes", "How things stood at the end", quality),
        Entry("record.follow_up", "follow-ups", "Questions afterwards", quality),
        Entry("record.placement", "placements", "Where you lived", care),
        Entry("record.provision", "provision", "What social care provided", care),
        Entry("record.school_status", "school", "School and work", care),
        Entry("record.offence", "offences", "Offences", care + "; UK GDPR art. 10"),
        Entry("duty.obligation", "tasks", "What the team still has to do", quality),
        Entry("duty.alert", "alerts", "What the team was asked to look at", quality),
        Entry("duty.retention", "retention", "How long this is kept", law),
        Entry("retention.hold", "holds", "What keeps it longer", law, .staff),
        Entry("retention.proposed_child", "proposals", "Proposals to destroy it", law),
        Entry("record.event", "events", "Everything as it was recorded, in order", care),
        Entry("access.glass", "emergencies", "Who opened it in an emergency", "UK GDPR art. 5 (2), art. 32", .staff),
        Entry("access.look", "looks", "Who looked at it", "UK GDPR art. 5 (2), art. 32", .staff),
    ]

    /// The tables that are not given out, with the reason.
    static let leftOut: [String: String] = [
        "record.stream": "where each history ends, which says nothing but how long it is",
        "record.stub": "what stays of records that were destroyed: it is about no living record",
        "duty.subject": "until when a night has looked ahead; what it found stands under tasks and alerts",
        "exchange.imported_row":
            "a sealed copy of what files said when they were last imported; the record has the same",
        "exchange.keyed_write":
            "for four days at most, what was answered when something was recorded; the record has it",
        "identity.search_term": "by what you are found: digests of your name and numbers, which say nothing",
        "narrative.text": "sealed; the words themselves stand under words",
        "access.bar": "which members of staff may not see it because they know the family: it would tell of them",
        "access.relative": "which members of staff are related to the family: it would tell of them",
        "access.alert": "which looks the site's officer should see into; the looks themselves stand under looks",
        "access.disposal_seal": "what proves that records were destroyed by approval: about no living record",
        "access.disposed": "which places in the access log records had that were destroyed: about no living record",
        "access.provider": "by which identity providers staff sign in: about no child",
        "access.provider_link": "which accounts of staff a provider knows: about no child",
        "retention.destroyed_key": "names of keys that are gone for good: nothing that they sealed can be read",
        "retention.pending_key": "whose key is still to be destroyed: it is about no living record",
        "reporting.episode_fact": "the same as in the record, without a name, for figures",
        "reporting.care_spell_fact": "the same as in the record, without a name, for figures",
        "reporting.interview_fact": "the same as in the record, without a name, for figures",
        "reporting.model_fact": "the same as in the record, without a name, for figures",
    ]

    /// All tables that the catalogue knows of.
    package static var tables: Set<String> { Set(entries.map(\.table)).union(leftOut.keys) }

    /// Fields that say nothing to a person, and those that are told in another form.
    static let technical: Set<String> = [
        "shape", "last_seq", "stream", "schema_version", "previous_hash", "hash", "payload", "key_id", "sealed",
        "commitment", "open_during", "arrival", "child_key", "head", "digest", "answered_key",
    ]

    /// Fields that name somebody who works or worked there.
    static let staff: Set<String> = [
        "therapist", "recorded_by", "on_behalf_of", "signed_by", "placed_by", "lifted_by", "actor", "cover_for",
        "account_id", "staff", "taken_by", "made_by",
        "written_by", "marked_by", "given_by",
    ]
}
