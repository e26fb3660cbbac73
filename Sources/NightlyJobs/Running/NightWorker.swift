import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Does the nights that are due: plans them in the ledger, claims them one by one, and runs each in a transaction of its
/// site. Any number of workers may be at it at once, on any number of machines.
package struct NightWorker: Sendable {
    /// The jobs in their order.
    package let jobs: [any NightlyJob]
    private(set) var practice: Practice
    let settings: NightSettings
    let sender: (any MessageSender)?
    let modelProblems: [String]
    let goesOn: @Sendable () -> Bool
    let id: UUIDBytes

    /// A worker.
    /// - Parameters:
    ///   - jobs: each after those that it waits for.
    ///   - sender: nil when messages wait for another time.
    ///   - modelProblems: what is wrong with files of models that could not be had, a line each.
    ///   - goesOn: asked before each occurrence; once it says no, what was begun is ended and nothing more is begun.
    /// - Throws: ``JobFault/disordered(_:after:)``.
    package init(
        _ jobs: [any NightlyJob], practice: Practice, settings: NightSettings, sender: (any MessageSender)?,
        modelProblems: [String] = [], goesOn: @escaping @Sendable () -> Bool = { true }
    ) throws {
        var known: Set<JobName> = []
        for job in jobs {
            if let missing = job.predecessors.first(where: { !known.contains($0) }) {
                throw JobFault.disordered(job.name, after: missing)
            }
            known.insert(job.name)
        }
        self.jobs = jobs
        self.practice = practice
        self.settings = settings
        self.sender = sender
        self.modelProblems = modelProblems
        self.goesOn = goesOn
        id = UUIDBytes(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
    }

    /// The same worker for somebody else, who sees of the nights what they may.
    package func over(_ practice: Practice) -> NightWorker {
        var worker = self
        worker.practice = practice
        return worker
    }

    /// Does everything that is due now at some sites, several at once, and sends what there is to send.
    /// - Parameters:
    ///   - codes: only these; nil for all.
    ///   - tell: called with each end, from any task.
    /// - Throws: ``PracticeFault`` when the database is away. What goes wrong at a site is in the report.
    package func run(
        at codes: [SiteCode]? = nil, telling tell: @escaping @Sendable (NightReport.Entry) -> Void = { _ in }
    ) async throws -> NightReport {
        let sites = try await sites(codes)
        var report = NightReport()
        try await withThrowingTaskGroup(of: NightReport.self) { group in
            var waiting = sites.makeIterator()
            for _ in 0..<max(settings.width, 1) {
                guard let site = waiting.next() else { break }
                group.addTask { try await run(site, telling: tell) }
            }
            while let finished = try await group.next() {
                report.add(finished)
                if goesOn(), let site = waiting.next() { group.addTask { try await run(site, telling: tell) } }
            }
        }
        return report
    }

    /// The sites of some codes.
    /// - Throws: ``PracticeFault/unknownSite(_:known:)``.
    package func sites(_ codes: [SiteCode]?) async throws -> [NightSite] {
        let all = try await practice.nightSites()
        guard let codes else { return all }
        return try codes.map { code in
            guard let site = all.first(where: { $0.code == code }) else {
                throw PracticeFault.unknownSite(code, known: all.map(\.code))
            }
            return site
        }
    }

    private func run(
        _ site: NightSite, telling tell: @escaping @Sendable (NightReport.Entry) -> Void
    ) async throws -> NightReport {
        var report = NightReport()
        do {
            report = try await SiteNight(site, self, telling: tell).run()
        } catch  where Task.isCancelled {
            report.isStopped = true
        } catch let fault as PracticeFault {
            // A database that is away is away for all sites.
            if case .unavailable = fault { throw fault }
            report.failed += 1
            tell(.siteFailed(site.code, reason: fault.description))
        } catch let error where !(error is CancellationError) {
            report.failed += 1
            tell(.siteFailed(site.code, reason: NightReason.sentence(error)))
        }
        return report
    }

    /// What the ledger says of something that went wrong; of a model that is away also why, as far as that is known.
    func reason(of error: any Error) -> String {
        let reason = NightReason.sentence(error)
        switch error {
        case PracticeFault.modelAway, PracticeFault.missingModel:
            return NightReason.line([reason, modelProblems.first].compactMap { $0 }.joined(separator: "; "))
        default: return reason
        }
    }

    func definition(_ name: JobName) throws -> any NightlyJob {
        guard let job = jobs.first(where: { $0.name == name }) else {
            throw JobFault.unknownJob(name, known: jobs.map(\.name))
        }
        return job
    }

    /// The jobs that wait for one, with all that each waits for.
    func followers(of name: JobName) -> [(job: JobName, after: [JobName])] {
        jobs.filter { $0.predecessors.contains(name) }.map { ($0.name, $0.predecessors) }
    }
}
