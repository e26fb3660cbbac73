import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What working out anew how long records are kept came to.
package struct RetentionCount: Hashable, Sendable {
    /// How many children are on record.
    package let children: Int
    /// How many of them are kept otherwise than was written down before.
    package let changed: Int
    /// How many are past their day.
    package let due: Int
    /// How many were before.
    package let dueBefore: Int
}

extension SiteSession {
    /// How long the site keeps records, as its configuration in force says.
    package func retentionPolicy() throws -> RetentionPolicy { try rules.configuration().retention ?? .usual }

    /// Works out for every child of the site by which rule the record is kept and how long, and writes down what changed.
    /// - Parameters:
    ///   - day: the day on which a record may be past its own.
    ///   - instant: what became known later does not count.
    package func workOutRetention(on day: CivilDate, knownAt instant: Instant) async throws -> RetentionCount {
        let children = try await store.childrenByKey(site: site.id, in: transaction)
        let verdicts = try await lives(of: children, knownAt: instant).verdicts(by: try retentionPolicy())
        var table = RetentionTable()
        for (key, child) in children {
            guard let verdict = verdicts[child] else { continue }
            table.add(child, key, verdict, isDue: verdict.isDue(on: day))
        }
        let before = try await dueCount()
        let changed = try await table.write(of: site.id, in: transaction)
        return RetentionCount(
            children: table.count, changed: changed, due: try await dueCount(), dueBefore: before)
    }

    private func dueCount() async throws -> Int {
        try await transaction.query(
            "SELECT count(*) FROM duty.retention WHERE site_id = \(site.id.number) AND is_proposed"
        ).column(0, as: Int.self).first ?? 0
    }

    private func lives(of children: [Digest256: ChildID], knownAt instant: Instant) async throws -> RecordedLives {
        var lives = RecordedLives()
        let episodes = try await transaction.query(
            """
            SELECT child_key, referred_on, CASE WHEN decision = 'declined' THEN decided_on ELSE closed_on END, age_months
            FROM reporting.episode_fact
            WHERE site_id = \(site.id.number) AND known_from <= \(instant) AND \(instant) < known_to
            """
        )
        for row in episodes {
            let (key, referred, closed, age) = try row.decode(
                Digest256?.self, CivilDate.self, CivilDate?.self, Int16?.self)
            guard let child = key.flatMap({ children[$0] }) else { continue }
            let birth = age.map { referred.civilMonth.adding(months: -Int($0)) }
            lives.add(episodeOf: child, referredOn: referred, closedOn: closed, birth: birth)
        }
        let clock = SiteClock(site.timeZone)
        let streams = try await transaction.query(
            "SELECT stream_id, last_recorded_at FROM record.stream WHERE site_id = \(site.id.number) AND stream = 'child'"
        )
        for row in streams {
            let (id, at) = try row.decode(UUIDBytes.self, Instant.self)
            lives.add(child: ChildID(high: id.high, low: id.low), knownOn: clock.day(of: at))
        }
        try await addCare(of: children, knownAt: instant, to: &lives)
        try await addCompany(to: &lives)
        for (child, day) in try await store.deaths(site: site.id, knownAt: instant, transaction) {
            lives.add(deathOf: child, on: day)
        }
        return lives
    }

    private func addCare(
        of children: [Digest256: ChildID], knownAt instant: Instant, to lives: inout RecordedLives
    ) async throws {
        let spells = try await transaction.query(
            """
            SELECT child_key, term, started_on, ended_on FROM reporting.care_spell_fact
            WHERE site_id = \(site.id.number) AND measure = 'provision'
                AND known_from <= \(instant) AND \(instant) < known_to
            """
        )
        for row in spells {
            let (key, term, from, until) = try row.decode(
                Digest256.self, String.self, CivilDate.self, CivilDate?.self)
            guard let child = children[key], let kind = ProvisionKind(rawValue: term) else { continue }
            lives.add(provision: kind, of: child, from: from, until: until)
        }
    }

    private func addCompany(to lives: inout RecordedLives) async throws {
        let company = try await transaction.query(
            """
            SELECT DISTINCT a.child_id, e.child_id, coalesce(e.closed_on, e.decided_on, e.referred_on),
                e.closed_on IS NULL AND e.decision <> 'declined'
            FROM record.participant AS a JOIN record.episode AS e USING (site_id, episode_id)
            WHERE a.site_id = \(site.id.number) AND a.child_id IS NOT NULL
            """
        )
        for row in company {
            let (id, of, ended, isOpen) = try row.decode(
                UUIDBytes.self, UUIDBytes.self, CivilDate.self, Bool.self)
            lives.add(
                companion: ChildID(high: id.high, low: id.low), in: ChildID(high: of.high, low: of.low),
                endedOn: ended, isOpen: isOpen)
        }
    }
}
