import CivilDate
import Intervention

/// Which job, for which site, for which date. There is at most one occurrence of each.
package struct OccurrenceKey: Hashable, Sendable {
    /// The site.
    package let site: SiteCode
    /// The job.
    package let job: JobName
    /// The date at the site.
    package let date: CivilDate

    /// A key.
    package init(site: SiteCode, job: JobName, date: CivilDate) {
        self.site = site
        self.job = job
        self.date = date
    }
}

extension OccurrenceKey: CustomStringConvertible {
    /// `SITE/JOB/DATE`, which is what `jobs show` takes.
    package var description: String { "\(site)/\(job)/\(date)" }

    /// The key that a text names, or nil when it has another form.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let site = SiteCode(parts[0]), let job = JobName(parts[1]),
            let date = CivilDate(iso: parts[2])
        else { return nil }
        self.init(site: site, job: job, date: date)
    }
}

/// Where an occurrence stands.
package enum OccurrenceState: String, CaseIterable, Hashable, Sendable {
    /// To be done.
    case planned
    /// Somebody works on it, or did until its lease was over.
    case running
    /// Done, and what it made is kept.
    case done
    /// It went wrong; nothing of it is kept.
    case failed
    /// Left out, by the job's policy or by a person.
    case skipped
    /// It waits for a job of the same date that failed.
    case blocked
}

/// An occurrence as it stands in the ledger.
package struct Occurrence: Hashable, Sendable {
    /// Which one.
    package let key: OccurrenceKey
    /// Where it stands.
    package let state: OccurrenceState
    /// How often it was claimed; the number that its worker must still hold to end it.
    package let fence: Int64
    /// How often it was tried since it was planned or planned again.
    package let tries: Int
    /// What became known later is not looked at; nil until it was begun.
    package let knownAt: Instant?
    /// When it was begun the last time.
    package let startedAt: Instant?
    /// When it ended.
    package let endedAt: Instant?
    /// From when it is tried again; nil when nobody does so unasked.
    package let retryAt: Instant?
    /// What it read and changed.
    package let tally: Tally
    /// Why it failed, waits, or was left out.
    package let reason: String?
    /// Whether somebody holds a lease on it that is not over.
    package let isHeld: Bool
}
