import Intervention

/// Whether work can be done, and what keeps it.
package struct ReadinessReport: Sendable, Hashable {
    /// The database answers.
    package let database: Bool
    /// It was migrated to exactly the files of this program.
    package let migrations: Bool
    /// All that reports read has the form of this program.
    package let shapes: Bool

    /// Whether work can be done.
    package var isReady: Bool { database && migrations && shapes }

    /// A report.
    package init(database: Bool, migrations: Bool, shapes: Bool) {
        self.database = database
        self.migrations = migrations
        self.shapes = shapes
    }

    static let nothing = ReadinessReport(database: false, migrations: false, shapes: false)
}

/// Finds out whether the service is ready: at most once in an interval, however many ask, and never longer than a limit.
///
/// A site whose rows all have today's form stays so: nothing but an older program writes older forms. That holds for as
/// long as the same database answers; after it was away, all sites are looked through again.
package actor Readiness {
    private let probe: ReadinessProbe
    private let interval: Duration
    private let limit: Duration
    private var last: (report: ReadinessReport, at: ContinuousClock.Instant)?
    private var asking: Task<ReadinessReport, Never>?
    /// A look that was given up may still hang; another is not begun beside it.
    private var isLooking = false
    private var clean: Set<SiteCode> = []
    /// The last answer about the forms. It stands while a site is looked through for the first time.
    private var areAllClean = false
    /// The server's process that answered the last look.
    private var process: Int32?
    /// Counts the databases that there were. What a sweep found in an earlier one does not count.
    private var era = 0
    private var isSweeping = false
    private var nextSweep = ContinuousClock.now

    /// - Parameters:
    ///   - interval: how long an answer is good for.
    ///   - limit: how long the database has to answer.
    package init(_ probe: ReadinessProbe, interval: Duration = .seconds(1), limit: Duration = .milliseconds(1500)) {
        self.probe = probe
        self.interval = interval
        self.limit = limit
    }

    /// Whether the service is ready.
    package func report() async -> ReadinessReport {
        if let last, last.at.advanced(by: interval) > .now { return last.report }
        if let asking { return await asking.value }
        let task = Task { await measure() }
        asking = task
        let report = await task.value
        last = (report, .now)
        asking = nil
        return report
    }

    private func measure() async -> ReadinessReport {
        guard !isLooking else { return .nothing }
        isLooking = true
        let deadline = ContinuousClock.now.advanced(by: limit)
        let found = await TimeLimit.within(limit) { [self] in await look() }
        guard let finding = found ?? nil, finding.isMigrated else {
            forget()
            areAllClean = false
            let isThere = (found ?? nil) != nil
            return ReadinessReport(database: isThere, migrations: false, shapes: false)
        }
        if process != finding.process { forget() }
        process = finding.process
        return ReadinessReport(
            database: true, migrations: true, shapes: await areClean(finding.sites, until: deadline))
    }

    /// Another database may answer from now on.
    private func forget() {
        clean = []
        era += 1
        nextSweep = .now
    }

    private func look() async -> ReadinessProbe.Finding? {
        defer { isLooking = false }
        return try? await probe.look()
    }

    /// Whether all sites are known to be clean. Those that are not are looked through, at the side when it takes longer.
    private func areClean(_ sites: [SiteCode], until deadline: ContinuousClock.Instant) async -> Bool {
        let rest = sites.filter { !clean.contains($0) }
        if !rest.isEmpty, !isSweeping, nextSweep <= .now {
            isSweeping = true
            let patience = min(limit / 3, ContinuousClock.now.duration(to: deadline))
            _ = await TimeLimit.within(patience) { [self, era] in await sweep(rest, in: era) }
        }
        if sites.allSatisfy(clean.contains) { areAllClean = true }
        return areAllClean
    }

    private func sweep(_ sites: [SiteCode], in era: Int) async {
        defer { isSweeping = false }
        for site in sites {
            let isStale = try? await probe.hasStaleRows(site)
            guard era == self.era else { return }
            switch isStale {
            case true?: areAllClean = false
            case false?: clean.insert(site)
            case nil: break
            }
        }
        // What is not clean now takes a rebuild, which nobody does within a moment.
        if !sites.allSatisfy(clean.contains) { nextSweep = .now.advanced(by: interval * 5) }
    }
}
