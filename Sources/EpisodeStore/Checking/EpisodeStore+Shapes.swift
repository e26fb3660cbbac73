import Intervention
import Postgres

extension EpisodeStore {
    /// Whether rows of the site that are made from events have the form of another version of the program.
    package func hasStaleRows(site: SiteID, in transaction: Transaction) async throws -> Bool {
        let results = try await transaction.pipeline(ProjectionTable.allCases.map { $0.hasStaleRows(of: site) })
        for result in results where try result.column(0, as: Bool.self) != [false] { return true }
        return false
    }
}

extension ProjectionTable {
    fileprivate func hasStaleRows(of site: SiteID) -> Statement {
        switch self {
        case .episode:
            "SELECT EXISTS (SELECT FROM record.episode WHERE site_id = \(site.number) AND shape <> \(today(EpisodeRow.self)))"
        case .child:
            "SELECT EXISTS (SELECT FROM record.child WHERE site_id = \(site.number) AND shape <> \(today(ChildRow.self)))"
        case .team:
            "SELECT EXISTS (SELECT FROM record.team WHERE site_id = \(site.number) AND shape <> \(today(TeamRow.self)))"
        case .teamSession:
            "SELECT EXISTS (SELECT FROM record.team_session WHERE site_id = \(site.number) AND shape <> \(today(TeamSessionRow.self)))"
        case .teamAttendance:
            "SELECT EXISTS (SELECT FROM record.team_attendance WHERE site_id = \(site.number) AND shape <> \(today(TeamAttendanceRow.self)))"
        case .training:
            "SELECT EXISTS (SELECT FROM record.training WHERE site_id = \(site.number) AND shape <> \(today(TrainingRow.self)))"
        case .onCallSpell:
            "SELECT EXISTS (SELECT FROM record.on_call_spell WHERE site_id = \(site.number) AND shape <> \(today(OnCallSpellRow.self)))"
        case .licenceTerm:
            "SELECT EXISTS (SELECT FROM record.licence_term WHERE site_id = \(site.number) AND shape <> \(today(LicenceTermRow.self)))"
        case .briefing:
            "SELECT EXISTS (SELECT FROM record.briefing WHERE site_id = \(site.number) AND shape <> \(today(BriefingRow.self)))"
        case .assignment:
            "SELECT EXISTS (SELECT FROM record.assignment WHERE site_id = \(site.number) AND shape <> \(today(AssignmentRow.self)))"
        case .phaseSpell:
            "SELECT EXISTS (SELECT FROM record.phase_spell WHERE site_id = \(site.number) AND shape <> \(today(PhaseSpellRow.self)))"
        case .contact:
            "SELECT EXISTS (SELECT FROM record.contact WHERE site_id = \(site.number) AND shape <> \(today(ContactRow.self)))"
        case .interview:
            "SELECT EXISTS (SELECT FROM record.interview WHERE site_id = \(site.number) AND shape <> \(today(InterviewRow.self)))"
        case .outcome:
            "SELECT EXISTS (SELECT FROM record.outcome WHERE site_id = \(site.number) AND shape <> \(today(OutcomeRow.self)))"
        case .followUp:
            "SELECT EXISTS (SELECT FROM record.follow_up WHERE site_id = \(site.number) AND shape <> \(today(FollowUpRow.self)))"
        case .participant:
            "SELECT EXISTS (SELECT FROM record.participant WHERE site_id = \(site.number) AND shape <> \(today(ParticipantRow.self)))"
        case .recordedFact:
            "SELECT EXISTS (SELECT FROM record.model_fact WHERE site_id = \(site.number) AND shape <> \(today(RecordedFactRow.self)))"
        case .trackerState:
            "SELECT EXISTS (SELECT FROM record.tracker_state WHERE site_id = \(site.number) AND shape <> \(today(TrackerStateRow.self)))"
        case .moduleRun:
            "SELECT EXISTS (SELECT FROM record.module_run WHERE site_id = \(site.number) AND shape <> \(today(ModuleRunRow.self)))"
        case .placement:
            "SELECT EXISTS (SELECT FROM record.placement WHERE site_id = \(site.number) AND shape <> \(today(PlacementRow.self)))"
        case .provision:
            "SELECT EXISTS (SELECT FROM record.provision WHERE site_id = \(site.number) AND shape <> \(today(ProvisionRow.self)))"
        case .schoolStatus:
            "SELECT EXISTS (SELECT FROM record.school_status WHERE site_id = \(site.number) AND shape <> \(today(SchoolStatusRow.self)))"
        case .offence:
            "SELECT EXISTS (SELECT FROM record.offence WHERE site_id = \(site.number) AND shape <> \(today(OffenceRow.self)))"
        case .episodeFact:
            "SELECT EXISTS (SELECT FROM reporting.episode_fact WHERE site_id = \(site.number) AND shape <> \(EpisodeFact.shape))"
        case .careSpellFact:
            "SELECT EXISTS (SELECT FROM reporting.care_spell_fact WHERE site_id = \(site.number) AND shape <> \(CareSpellFact.shape))"
        case .interviewFact:
            "SELECT EXISTS (SELECT FROM reporting.interview_fact WHERE site_id = \(site.number) AND shape <> \(InterviewFact.shape))"
        case .modelFact:
            "SELECT EXISTS (SELECT FROM reporting.model_fact WHERE site_id = \(site.number) AND shape <> \(ModelFact.shape))"
        }
    }

    /// The form that this program writes.
    private func today<Record: ProjectionRow>(_ rows: Record.Type) -> Int16 { rows.shape }
}
