import CivilDate
import Intervention
import Logging
import NightlyJobs
import Practice
import ServiceLifecycle

/// The nights as one of the services: wakes when something is due, and on a graceful shutdown ends what it has begun and
/// begins nothing more.
struct NightService: Service {
    /// How long it waits after the database was away.
    private static let pause = Duration.seconds(60)

    let practice: Practice
    let parts: NightParts
    let logger: Logger

    func run() async throws {
        let worker = try parts.worker(over: practice, sends: true) { !Task.isShuttingDownGracefully }
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let wait: Duration
            do {
                let report = try await worker.run { [logger] in NightService.note($0, logger) }
                if !report.isComplete { noteRemainder(report) }
                let next = try await worker.nextWaking()
                wait = .microseconds(max(next.microseconds - practice.now().microseconds, 1_000_000))
            } catch is CancellationError {
                return
            } catch {
                logger.error("the nights could not be done; they are tried again", metadata: ["fault": "\(error)"])
                wait = NightService.pause
            }
            await cancelWhenGracefulShutdown { try? await Task.sleep(for: wait) }
        }
    }

    /// Codes, dates and sentences of the ledger only; none of them names a person.
    private static func note(_ entry: NightReport.Entry, _ logger: Logger) {
        switch entry {
        case .ended(let occurrence, _):
            let isWell = occurrence.state == .done
            logger.log(
                level: isWell ? .info : .error, isWell ? "an occurrence ended well" : "an occurrence did not end well",
                metadata: [
                    "run": "\(occurrence.key)", "state": "\(occurrence.state.rawValue)",
                    "changed": "\(occurrence.tally.changed)", "reason": "\(occurrence.reason ?? "")",
                ])
        case .siteFailed(let site, let reason):
            logger.error(
                "the night of a site could not be done", metadata: ["site": "\(site)", "reason": "\(reason)"])
        }
    }

    private func noteRemainder(_ report: NightReport) {
        logger.warning(
            "not everything ended well",
            metadata: ["failed": "\(report.failed)", "held": "\(report.held)", "unsent": "\(report.unsent)"])
    }
}
