import CivilDate

/// Decides which unfinished occurrence of a site comes next. Pure.
struct NightOrder {
    /// The jobs in their order.
    let jobs: [any NightlyJob]

    /// The occurrence that is to be begun now, or nil while there is none.
    ///
    /// Dates come in their order, and the jobs of a date in theirs. A job waits for those of the same date that it names,
    /// for its own earlier dates that can be done now or that somebody is at, and for those of the jobs that wait for it.
    /// One that failed and is tried again later holds up no other.
    func next(of unfinished: [Occurrence], at now: Instant) -> Occurrence? {
        var waiting: Set<JobName> = []
        for occurrence in sorted(unfinished) {
            let job = occurrence.key.job
            defer {
                // Those that it waits for go no date further before it: what they made for its date is still there.
                if occurrence.state != .failed || isFree(occurrence, at: now) { waiting.formUnion(leaders(of: job)) }
            }
            guard let definition = definition(of: job), !waiting.contains(job) else { continue }
            let isWaitingForOthers = definition.predecessors.contains { name in
                unfinished.contains { $0.key.job == name && $0.key.date == occurrence.key.date }
            }
            if !isWaitingForOthers, isFree(occurrence, at: now) { return occurrence }
        }
        return nil
    }

    /// The jobs that wait for one directly or through others.
    func followers(of job: JobName) -> [JobName] {
        var found: Set<JobName> = [job]
        // The list is in an order in which nobody stands before whom it waits for.
        for candidate in jobs where candidate.predecessors.contains(where: found.contains) {
            found.insert(candidate.name)
        }
        found.remove(job)
        return jobs.map(\.name).filter(found.contains)
    }

    /// A job and those that it waits for, directly or through others.
    private func leaders(of job: JobName) -> Set<JobName> {
        var found: Set<JobName> = [job]
        for candidate in jobs.reversed() where found.contains(candidate.name) {
            found.formUnion(candidate.predecessors)
        }
        return found
    }

    private func isFree(_ occurrence: Occurrence, at now: Instant) -> Bool {
        switch occurrence.state {
        case .planned: true
        case .running: !occurrence.isHeld
        case .failed: occurrence.retryAt.map { $0 <= now } ?? false
        case .done, .skipped, .blocked: false
        }
    }

    private func sorted(_ occurrences: [Occurrence]) -> [Occurrence] {
        let places = Dictionary(uniqueKeysWithValues: jobs.enumerated().map { ($1.name, $0) })
        return occurrences.sorted {
            ($0.key.date, places[$0.key.job] ?? jobs.count) < ($1.key.date, places[$1.key.job] ?? jobs.count)
        }
    }

    private func definition(of name: JobName) -> (any NightlyJob)? { jobs.first { $0.name == name } }
}
