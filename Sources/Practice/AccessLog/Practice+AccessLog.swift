import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// A part of the access log of a site, for whoever answers for privacy. It is a look itself.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``, ``RetentionFault`` `unknownChild`.
    package func accessLog(_ question: AccessLogQuestion, at code: SiteCode) async throws -> AccessLogPart {
        try await accessLog(question, at: code, for: .showAccessLog)
    }

    /// The access log of a site up to now, to be taken out, part by part. Each part is a look itself, which is written down
    /// before the part is handed over, and needs the second factor.
    /// - Parameter each: gets the parts in order; the first may be empty.
    package func exportAccessLog(
        _ question: AccessLogQuestion, at code: SiteCode, each: (AccessLogPart) async throws -> Void
    ) async throws {
        var question = question
        let now = clock.now()
        while true {
            let part = try await accessLog(question, at: code, for: .exportAccessLog, before: now)
            try await each(part)
            guard let next = part.next else { return }
            question.after = next
        }
    }

    /// Looks that the nights found worth a look by whoever answers for privacy, in the order of their days.
    /// - Parameter day: from this day at the site on; nil for all.
    package func accessAlerts(at code: SiteCode, from day: CivilDate? = nil) async throws -> [AccessAlert] {
        try await withSite(code, for: .showAccessLog, access: .readOnly) { session in
            let alerts = try await AccessAlert.read(from: day, at: session.site.id, in: session.transaction)
            session.looks.rows(alerts.count)
            return alerts
        }
    }

    /// A part of the log of looks at figures of the network, which belong to no site. It is a look itself. Its days are
    /// those of UTC; what was looked at does not matter, since nobody is identifiable there.
    package func networkLog(_ question: AccessLogQuestion) async throws -> AccessLogPart {
        let filter = question.filter { Instant(microseconds: Int64($0.dayNumber) * 86_400_000_000) }
        return try await withNetwork(for: .showNetworkLog, access: .readOnly) { transaction in
            let most = question.most
            return AccessLogPart(
                try await LookBook.read(ofNetwork: filter, limit: most + 1, in: transaction), atMost: most)
        }
    }

    /// - Parameter end: only looks before it, besides what the question says: an export does not go on for ever with its own.
    private func accessLog(
        _ question: AccessLogQuestion, at code: SiteCode, for action: Action, before end: Instant? = nil
    ) async throws -> AccessLogPart {
        try await withSite(code, for: action, access: .readOnly) { session in
            let clock = SiteClock(session.site.timeZone)
            var filter = question.filter { clock.instant(of: $0, second: 0) }
            if let end { filter.until = min(filter.until ?? end, end) }
            if let subject = question.subject { filter.targets = try await session.targets(of: subject) }
            let most = question.most
            let part = AccessLogPart(
                try await LookBook.read(filter, at: session.site.id, limit: most + 1, in: session.transaction),
                atMost: most)
            session.looks.rows(part.looks.count)
            return part
        }
    }
}

extension SiteSession {
    /// All that a look at a subject may have been noted as.
    fileprivate func targets(of subject: AccessLogQuestion.Subject) async throws -> [Look.Target] {
        switch subject {
        case .episode(let ref):
            guard let id = try await store.episodes([ref], site: site.id, transaction)[ref] else {
                throw PracticeFault.unknownEpisode(ref)
            }
            return [.episode(id)]
        case .child(let naming): return try await targets(of: PersonID(child: child(naming)))
        case .person(let id): return try await targets(of: id)
        }
    }

    private func targets(of person: PersonID) async throws -> [Look.Target] {
        let episodes = try await transaction.query(
            """
            SELECT e.episode_id FROM record.episode AS e
            WHERE e.site_id = \(site.id.number) AND (e.child_id = \(person.bound) OR EXISTS (
                SELECT FROM record.participant AS p
                WHERE p.site_id = e.site_id AND p.episode_id = e.episode_id AND p.participant_id = \(person.bound)))
            """
        ).column(0, as: UUIDBytes.self)
        let child = ChildID(high: person.high, low: person.low)
        return [.person(person), .child(child)] + episodes.map { .episode(EpisodeID($0)) }
    }
}
