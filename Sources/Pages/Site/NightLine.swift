import CivilDate

/// One date of a nightly job as the pages of the nights show it.
package struct NightLine: Hashable, Sendable {
    /// How it stands, in the order in which somebody should look at it.
    package enum State: Int, CaseIterable, Hashable, Sendable {
        /// It failed, and nothing of it is kept.
        case failed
        /// It waits for a job of the same date that failed.
        case blocked
        /// Its time has passed, and nobody planned it.
        case unplanned
        /// Somebody is at it.
        case running
        /// It is to be done.
        case planned
        /// It was left out.
        case skipped
        /// It is done.
        case done
    }

    /// The name of the job: `obligations`.
    package let job: String
    /// Of which date at the site it is.
    package let date: CivilDate
    /// How it stands.
    package let state: State
    /// Whether it was not done in time, or is not by now.
    package let isLate: Bool
    /// Whether it changed nothing where runs before it changed something.
    package let isUnusual: Bool
    /// When it ended; nil while it has not.
    package let endedAt: Instant?
    /// What it changed, in words; nil where it is not done.
    package let changed: String?
    /// How often it was tried.
    package let tries: Int
    /// From when it is tried again; nil when nobody does so unasked.
    package let retryAt: Instant?
    /// Why it failed, waits, or was left out.
    package let reason: String?

    /// A line.
    package init(
        job: String, date: CivilDate, state: State, isLate: Bool = false, isUnusual: Bool = false,
        endedAt: Instant? = nil, changed: String? = nil, tries: Int = 0, retryAt: Instant? = nil, reason: String? = nil
    ) {
        self.job = job
        self.date = date
        self.state = state
        self.isLate = isLate
        self.isUnusual = isUnusual
        self.endedAt = endedAt
        self.changed = changed
        self.tries = tries
        self.retryAt = retryAt
        self.reason = reason
    }

    /// Whether somebody has to see to it.
    package var needsCare: Bool {
        switch state {
        case .failed, .blocked, .unplanned: true
        case .running, .planned: isLate
        case .skipped, .done: false
        }
    }

    /// How it stands, in words.
    var words: String {
        let stands =
            switch state {
            case .failed: "Failed"
            case .blocked: "Waits for what failed"
            case .unplanned: "Never planned"
            case .running: "Under way"
            case .planned: "Not done yet"
            case .skipped: "Left out"
            case .done: "Done"
            }
        return
            ([stands] + (isLate && state != .unplanned ? ["late"] : [])
            + (isUnusual ? ["unusual: nothing changed"] : []))
            .joined(separator: ", ")
    }
}

/// A nightly job, and what it is for.
package struct NightJob: Hashable, Sendable {
    /// Its name: `obligations`.
    package let name: String
    /// What it does for a site on a date, in one sentence.
    package let summary: String

    /// A job.
    package init(name: String, summary: String) {
        self.name = name
        self.summary = summary
    }
}
