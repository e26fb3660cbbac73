import CivilDate
import Intervention
import Postgres
import Vault

/// A row of `reporting.episode_fact`: one state of knowledge about one episode.
struct FactRow: FactRecord {
    static let table = ProjectionTable.episodeFact

    let key: Digest256
    let version: Int32
    let knownFrom: Instant
    let knownTo: UnboundedInstant
    let model: String
    let modelVersion: Int32
    let settingsVersion: Int32
    let team: String
    let decidedTeam: String?
    let closedTeam: String?
    let source: String?
    let sex: String?
    let ethnicity: String?
    let authority: String?
    let deprivationIndex: String?
    let deprivationDecile: Int16?
    let ageMonths: Int16?
    let referredOn: CivilDate
    let decision: String
    let declineReason: String?
    let onward: String?
    let decidedOn: CivilDate?
    let decidedDayEstimated: Bool
    let startedOn: CivilDate?
    let movedHomeOn: CivilDate?
    let closedOn: CivilDate?
    let closureReason: String?
    let closureGroup: String?
    let stayDays: Int32?
    let interviewExpected: Bool?
    let atHome: String?
    let inSchoolOrWork: String?
    let noNewArrests: String?
    let furtherAnswers: JSONText
    let followUps: JSONText
    let interviews: Int32
    let scoreSum: Int64
    let threshold: Int64?
    let comparison: String?
    let isAdherent: Bool?
    let child: Digest256?
    let shape: Int16

    var owner: Digest256 { key }
}

extension FactRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            key: try cells.next(), version: try cells.next(), knownFrom: try cells.next(),
            knownTo: try cells.next(), model: try cells.next(), modelVersion: try cells.next(),
            settingsVersion: try cells.next(), team: try cells.next(), decidedTeam: try cells.next(),
            closedTeam: try cells.next(), source: try cells.next(), sex: try cells.next(),
            ethnicity: try cells.next(), authority: try cells.next(), deprivationIndex: try cells.next(),
            deprivationDecile: try cells.next(), ageMonths: try cells.next(), referredOn: try cells.next(),
            decision: try cells.next(), declineReason: try cells.next(), onward: try cells.next(),
            decidedOn: try cells.next(),
            decidedDayEstimated: try cells.next(), startedOn: try cells.next(), movedHomeOn: try cells.next(),
            closedOn: try cells.next(),
            closureReason: try cells.next(), closureGroup: try cells.next(), stayDays: try cells.next(),
            interviewExpected: try cells.next(), atHome: try cells.next(), inSchoolOrWork: try cells.next(),
            noNewArrests: try cells.next(), furtherAnswers: try cells.next(), followUps: try cells.next(),
            interviews: try cells.next(), scoreSum: try cells.next(),
            threshold: try cells.next(), comparison: try cells.next(), isAdherent: try cells.next(),
            child: try cells.next(), shape: try cells.next()
        )
    }

    static func select(owners: [Digest256], of site: SiteID) -> Statement {
        """
        SELECT fact_key, version, known_from, known_to, model_id, model_version, settings_version, team,
            decided_team, closed_team, referral_source, sex, ethnicity, responsible_authority, deprivation_index,
            deprivation_decile, age_months, referred_on, decision, decline_reason, onward_service, decided_on,
            decided_day_estimated, started_on, moved_home_on, closed_on, closure_reason, closure_group, stay_days,
            interview_expected, at_home, in_school_or_work, no_new_arrests, further_answers, follow_ups, interviews,
            score_sum_billionths,
            threshold_billionths, threshold_operator, adherent, child_key, shape
        FROM reporting.episode_fact WHERE site_id = \(site.number) AND fact_key = ANY(\(owners))
        """
    }

    static func selectOwners(of site: SiteID) -> Statement {
        "SELECT DISTINCT fact_key FROM reporting.episode_fact WHERE site_id = \(site.number)"
    }

    static func insert(_ rows: [FactRow], of site: SiteID) -> Statement {
        """
        INSERT INTO reporting.episode_fact (site_id, fact_key, version, known_from, known_to, model_id,
            model_version, settings_version, team, decided_team, closed_team, referral_source, sex, ethnicity,
            responsible_authority, deprivation_index, deprivation_decile, age_months, referred_on, decision,
            decline_reason, onward_service, decided_on, decided_day_estimated, started_on, moved_home_on, closed_on,
            closure_reason, closure_group, stay_days, interview_expected, at_home, in_school_or_work, no_new_arrests,
            further_answers, follow_ups, interviews,
            score_sum_billionths, threshold_billionths, threshold_operator, adherent, child_key, shape)
        SELECT \(site.number), u.fact_key, u.version, u.known_from, u.known_to, u.model_id, u.model_version,
            u.settings_version, u.team, u.decided_team, u.closed_team, u.referral_source, u.sex, u.ethnicity,
            u.responsible_authority, u.deprivation_index, u.deprivation_decile, u.age_months, u.referred_on,
            u.decision, u.decline_reason, u.onward_service, u.decided_on, u.decided_day_estimated, u.started_on,
            u.moved_home_on, u.closed_on,
            u.closure_reason, u.closure_group, u.stay_days, u.interview_expected, u.at_home, u.in_school_or_work,
            u.no_new_arrests, u.further_answers, u.follow_ups, u.interviews, u.score_sum_billionths,
            u.threshold_billionths, u.threshold_operator,
            u.adherent, u.child_key, u.shape
        FROM unnest(
            \(rows.map(\.key)), \(rows.map(\.version)), \(rows.map(\.knownFrom)), \(rows.map(\.knownTo)),
            \(rows.map(\.model)), \(rows.map(\.modelVersion)), \(rows.map(\.settingsVersion)), \(rows.map(\.team)),
            \(rows.map(\.decidedTeam)), \(rows.map(\.closedTeam)), \(rows.map(\.source)), \(rows.map(\.sex)),
            \(rows.map(\.ethnicity)), \(rows.map(\.authority)), \(rows.map(\.deprivationIndex)),
            \(rows.map(\.deprivationDecile)), \(rows.map(\.ageMonths)), \(rows.map(\.referredOn)),
            \(rows.map(\.decision)), \(rows.map(\.declineReason)), \(rows.map(\.onward)),
            \(rows.map(\.decidedOn)),
            \(rows.map(\.decidedDayEstimated)), \(rows.map(\.startedOn)), \(rows.map(\.movedHomeOn)),
            \(rows.map(\.closedOn)),
            \(rows.map(\.closureReason)), \(rows.map(\.closureGroup)), \(rows.map(\.stayDays)),
            \(rows.map(\.interviewExpected)), \(rows.map(\.atHome)), \(rows.map(\.inSchoolOrWork)),
            \(rows.map(\.noNewArrests)), \(rows.map(\.furtherAnswers)), \(rows.map(\.followUps)),
            \(rows.map(\.interviews)), \(rows.map(\.scoreSum)),
            \(rows.map(\.threshold)), \(rows.map(\.comparison)), \(rows.map(\.isAdherent)),
            \(rows.map(\.child)), \(rows.map(\.shape))
        ) AS u(
            fact_key, version, known_from, known_to, model_id, model_version, settings_version, team, decided_team,
            closed_team, referral_source, sex, ethnicity, responsible_authority, deprivation_index,
            deprivation_decile, age_months, referred_on, decision, decline_reason, onward_service, decided_on,
            decided_day_estimated, started_on, moved_home_on, closed_on, closure_reason, closure_group, stay_days,
            interview_expected, at_home, in_school_or_work, no_new_arrests, further_answers, follow_ups, interviews,
            score_sum_billionths,
            threshold_billionths, threshold_operator, adherent, child_key, shape
        )
        """
    }

    static func end(_ versions: [FactEnd], of site: SiteID) -> Statement {
        """
        UPDATE reporting.episode_fact AS f SET known_to = u.known_to
        FROM unnest(
            \(versions.map(\.key)), \(versions.map(\.version)), \(versions.map(\.knownTo))
        ) AS u(fact_key, version, known_to)
        WHERE f.site_id = \(site.number) AND f.fact_key = u.fact_key AND f.version = u.version
            AND f.known_to = 'infinity'
        """
    }

    static func delete(_ rows: [FactRow], of site: SiteID) -> Statement {
        """
        DELETE FROM reporting.episode_fact AS f
        USING unnest(\(rows.map(\.key)), \(rows.map(\.version))) AS u(fact_key, version)
        WHERE f.site_id = \(site.number) AND f.fact_key = u.fact_key AND f.version = u.version
        """
    }

    static func delete(owners: [Digest256], of site: SiteID) -> Statement {
        "DELETE FROM reporting.episode_fact WHERE site_id = \(site.number) AND fact_key = ANY(\(owners))"
    }
}
