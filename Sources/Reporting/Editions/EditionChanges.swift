import CivilDate
import Intervention
import Postgres

/// Which records count otherwise at one time of knowledge than at another.
package enum EditionChanges {
    /// A record that changed.
    package struct Change: Hashable, Sendable {
        /// The site's number.
        package let site: Int32
        /// The key of its facts, which only the site can join to its record.
        package let key: [UInt8]
    }

    /// What counts otherwise, by site and key.
    /// - Parameters:
    ///   - days: closures and decisions of these days count, at one of the times or at both.
    ///   - model: only this model; nil for all.
    ///   - transaction: one whose role sees the facts of the sites.
    package static func read(
        from earlier: Instant, to later: Instant, in days: CivilPeriod, of model: ModelID? = nil,
        sites: [SiteID], in transaction: Transaction
    ) async throws -> [Change] {
        let numbers = sites.map(\.number)
        let rows = try await transaction.query(
            """
            WITH fact AS (
                SELECT site_id, fact_key, known_from, known_to, ROW(
                    model_id, decided_on, decision, started_on IS NULL, closed_on, closure_group, at_home,
                    in_school_or_work, no_new_arrests, further_answers, interviews > 0, adherent,
                    interview_expected) AS counted
                FROM reporting.episode_fact
                WHERE site_id = ANY (\(numbers))
                    AND (\(model?.text as String?)::text IS NULL OR model_id = \(model?.text as String?))
                    AND (closed_on BETWEEN \(days.from) AND \(days.through)
                        OR decided_on BETWEEN \(days.from) AND \(days.through))
            ), before AS (
                SELECT * FROM fact WHERE known_from <= \(earlier) AND \(earlier) < known_to
            ), after AS (
                SELECT * FROM fact WHERE known_from <= \(later) AND \(later) < known_to
            )
            SELECT site_id, fact_key FROM before FULL JOIN after USING (site_id, fact_key)
            WHERE before.fact_key IS NULL OR after.fact_key IS NULL OR before.counted IS DISTINCT FROM after.counted
            ORDER BY site_id, fact_key
            """)
        var changes: [Change] = []
        for row in rows {
            changes.append(
                Change(site: try row.decode("site_id"), key: try row.decode("fact_key", as: [UInt8].self)))
        }
        return changes
    }

    /// How many records of each site count at a time of knowledge, by the site's number.
    static func records(
        at cut: Instant, in days: CivilPeriod, of model: ModelID?, sites: [SiteID], in transaction: Transaction
    ) async throws -> [Int32: Int] {
        let numbers = sites.map(\.number)
        let rows = try await transaction.query(
            """
            SELECT site_id, count(*) FROM reporting.episode_fact
            WHERE site_id = ANY (\(numbers)) AND known_from <= \(cut) AND \(cut) < known_to
                AND (\(model?.text as String?)::text IS NULL OR model_id = \(model?.text as String?))
                AND (closed_on BETWEEN \(days.from) AND \(days.through)
                    OR decided_on BETWEEN \(days.from) AND \(days.through))
            GROUP BY site_id
            """)
        var records: [Int32: Int] = [:]
        for row in rows {
            let (site, count) = try row.decode(Int32.self, Int.self)
            records[site] = count
        }
        return records
    }

    /// The versions of models and of sites' settings that what counts is pinned to.
    static func versions(
        at cut: Instant, in days: CivilPeriod, of model: ModelID?, sites: [SiteID], in transaction: Transaction
    ) async throws -> (models: [String: Set<Int>], settings: [Int32: Set<Int>]) {
        let numbers = sites.map(\.number)
        var models: [String: Set<Int>] = [:]
        var settings: [Int32: Set<Int>] = [:]
        let rows = try await transaction.query(
            """
            SELECT DISTINCT site_id, model_id, model_version, settings_version FROM reporting.episode_fact
            WHERE site_id = ANY (\(numbers)) AND known_from <= \(cut) AND \(cut) < known_to
                AND (\(model?.text as String?)::text IS NULL OR model_id = \(model?.text as String?))
                AND (closed_on BETWEEN \(days.from) AND \(days.through)
                    OR decided_on BETWEEN \(days.from) AND \(days.through))
            """)
        for row in rows {
            models[try row.decode("model_id", as: String.self), default: []]
                .insert(Int(try row.decode("model_version", as: Int32.self)))
            settings[try row.decode("site_id", as: Int32.self), default: []]
                .insert(Int(try row.decode("settings_version", as: Int32.self)))
        }
        return (models, settings)
    }
}
