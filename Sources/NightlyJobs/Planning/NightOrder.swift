import CivilDate

/// Decides which unfinished occurrence of a site comes next. Pure.
struct NightOrder {
    /// The jobs in their order.
    let jobs: [any NightlyJob]

    /// The occurrence that is to be begun now, or nil while there is none.
    ///
    /// Dates come in their order, and the jobs of a date in theirs. A job waits for those of the same date that it names,
    /// for its own earlier dates, and for those of the jobs that wait for it: what it made for a date stays until they have
    /// read it. One that failed is waited for until its last try; after that neither it nor what waited for it holds up
    /// a later date.
    func next(of unfinished: [Occurrence], at now: Instant) -> Occurrence? {
        var waiting: Set<JobName> = []
        var givenUp: Set<OccurrenceKey> = []
        for occurrence in sorted(unfinished) {
            let key = occurrence.key
            let definition = definition(of: key.job)
            let predecessors = definition?.predecessors ?? []
            if isGivenUp(occurrence, after: predecessors, givenUp) {
                givenUp.insert(key)
                continue
            }
            defer { waiting.formUnion(leaders(of: key.job)) }
            guard definition != nil, !waiting.contains(key.job) else { continue }
            let isWaitingForOthers = predecessors.contains { name in
                unfinished.contains { $0.key.job == name && $0.key.date == key.date }
            }
            if !isWaitingForOthers, isFree(occurrence, at: now) { return occurrence }
        }
        return nil
    }

    /// Whether nobody begins an occurrence any more without being asked to: after its last try, or when it waits for one
    /// like that.
    private func isGivenUp(
        _ occurrence: Occurrence, after predecessors: [JobName], _ givenUp: Set<OccurrenceKey>
    ) -> Bool {
        switch occurrence.state {
        case .failed: occurrence.retryAt == nil
        case .blocked:
            predecessors.contains {
                givenUp.contains(OccurrenceKey(site: occurrence.key.site, job: $0, date: occurrence.key.date))
            }
        case .planned, .running, .done, .skipped: false
        }
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
