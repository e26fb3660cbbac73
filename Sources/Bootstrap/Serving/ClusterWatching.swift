import Logging
import PrivateCluster
import ServiceLifecycle

/// The watch over the home's cluster as one of the services.
struct ClusterWatching: Service {
    let cluster: PrivateCluster
    let logger: Logger

    func run() async throws {
        let watch = ClusterWatch(cluster) { [logger] observation in
            switch observation {
            case .died: logger.error("the database server ended without being told to; it is started again")
            case .restarted(let process, let attempts):
                logger.notice(
                    "the database server runs again", metadata: ["process": "\(process)", "attempts": "\(attempts)"])
            case .failed(let fault, let attempts):
                logger.error(
                    "the database server could not be started",
                    metadata: ["fault": "\(fault.debugDescription)", "attempts": "\(attempts)"])
            }
        }
        await cancelWhenGracefulShutdown { await watch.run() }
    }
}
