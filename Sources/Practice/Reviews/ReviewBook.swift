import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting

/// The programme reviews of a site. What was frozen stays.
enum ReviewBook {
    /// The last review of a site with its goals; nil when there is none.
    static func last(
        of site: SiteID, in transaction: Transaction
    ) async throws -> (number: ReviewNumber, goals: [ReviewGoal])? {
        let numbers = try await transaction.query(
            "SELECT max(review_no) FROM site.programme_review WHERE site_id = \(site.number)"
        ).column(0, as: Int32?.self)
        guard let last = numbers.first ?? nil, let number = ReviewNumber(last) else { return nil }
        return (number, try await goals(of: number, site, in: transaction))
    }

    private static func goals(
        of number: ReviewNumber, _ site: SiteID, in transaction: Transaction
    ) async throws -> [ReviewGoal] {
        let rows = try await transaction.query(
            """
            SELECT goal.value ->> 'code' AS code, goal.value ->> 'goal' AS goal, goal.value ->> 'owner' AS owner,
                (goal.value ->> 'due')::date AS due, goal.value ->> 'standing' AS standing,
                (goal.value ->> 'since')::integer AS since
            FROM site.programme_review AS review
            CROSS JOIN LATERAL jsonb_array_elements(review.goals) WITH ORDINALITY AS goal (value, place)
            WHERE review.site_id = \(site.number) AND review.review_no = \(number.number)
            ORDER BY goal.place
            """)
        var goals: [ReviewGoal] = []
        for row in rows { if let goal = try goal(row) { goals.append(goal) } }
        return goals
    }

    private static func goal(_ row: Row) throws -> ReviewGoal? {
        guard let code = SiteGiven<ReviewGoal.Tag>(try row.decode("code", as: String.self)),
            let owner = StaffCode(try row.decode("owner", as: String.self)),
            let standing = ReviewGoal.Standing(rawValue: try row.decode("standing", as: String.self))
        else { return nil }
        return ReviewGoal(
            code, try row.decode("goal"), owner: owner, due: try row.decode("due"), standing: standing,
            since: try row.decode("since", as: Int32?.self).flatMap { ReviewNumber($0) })
    }

    /// Writes down a review.
    static func keep(
        _ review: FrozenReview, of request: ReportRequest, goals: [ReviewGoal], at site: SiteID, by author: Author,
        now: Instant, in transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO site.programme_review
                (site_id, review_no, from_day, through_day, known_at, goals, as_json, as_text, as_csv, checksum,
                recorded_at, recorded_by)
            SELECT \(site.number), \(review.number.number), \(request.period.from), \(request.period.through),
                \(request.moment), \(JSONText(goals.value.json())), as_json, as_text, as_csv,
                sha256(
                    convert_to(as_json, 'UTF8') || '\\x00' || convert_to(as_text, 'UTF8') || '\\x00'
                        || convert_to(as_csv, 'UTF8') || '\\x00'),
                \(now), \(author.recordedBy.text)
            FROM (SELECT \(review.json)::text AS as_json, \(review.text)::text AS as_text, \(review.csv)::text AS as_csv)
                AS frozen
            """)
    }

    /// A review as it was frozen.
    /// - Throws: ``ReviewFault``.
    static func find(
        _ number: ReviewNumber, of site: SiteID, in transaction: Transaction
    ) async throws -> FrozenReview {
        let rows = try await transaction.query(
            """
            SELECT as_json, as_text, as_csv, checksum = sha256(
                convert_to(as_json, 'UTF8') || '\\x00' || convert_to(as_text, 'UTF8') || '\\x00'
                    || convert_to(as_csv, 'UTF8') || '\\x00')
            FROM site.programme_review
            WHERE site_id = \(site.number) AND review_no = \(number.number)
            """)
        for row in rows {
            let (json, text, csv, isWhole) = try row.decode(String.self, String.self, String.self, Bool.self)
            guard isWhole else { throw ReviewFault.changed(number) }
            return FrozenReview(number: number, json: json, text: text, csv: csv)
        }
        throw ReviewFault.unknown(number)
    }
}
