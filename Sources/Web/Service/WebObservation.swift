import EpisodeStore
internal import Logging
import Postgres
import Practice
import Reporting
import Sites

/// Everything that the service says to the log: a closed list. No path, no query and no value of a person is in it, and of
/// the headers one alone: the reference, which the client may choose by `X-Request-Id` within ``RequestReference``'s rules.
enum WebObservation {
    /// A request was answered.
    case answered(reference: String, method: String, route: String, status: Int, duration: Duration)
    /// A request could not be answered; the page says the same reference.
    case failed(reference: String, route: String, status: Int, any Error)

    /// An identity provider did not sign somebody in, for one of a closed list of reasons.
    case notSignedIn(reference: String, reason: String)

    private var level: Logger.Level {
        switch self {
        case .answered(_, _, let route, let status, _):
            RouteNames.probes.contains(route) && status < 400 ? .debug : .info
        case .failed(_, _, let status, _): status < 500 ? .debug : .error
        case .notSignedIn: .notice
        }
    }

    private var message: Logger.Message {
        switch self {
        case .answered: "request"
        case .failed: "request failed"
        case .notSignedIn: "identity provider did not sign in"
        }
    }

    private var metadata: Logger.Metadata {
        switch self {
        case .answered(let reference, let method, let route, let status, let duration):
            [
                "reference": "\(reference)", "method": "\(method)", "route": "\(route)", "status": "\(status)",
                "milliseconds": "\(Int64(duration / .microseconds(1)) / 1000)",
            ]
        case .notSignedIn(let reference, let reason): ["reference": "\(reference)", "reason": "\(reason)"]
        case .failed(let reference, let route, let status, let error):
            [
                "reference": "\(reference)", "route": "\(route)", "status": "\(status)",
                "fault": "\(WebObservation.account(of: error))",
            ]
        }
    }

    func report(to logger: Logger) {
        logger.log(level: level, message, metadata: metadata)
    }

    /// The logger for the framework, which says much about itself that helps nobody here.
    static func onlyErrors(of logger: Logger) -> Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .error)
        return quiet
    }

    /// What is known to be fit for a log of an error; of any other only its type.
    private static func account(of error: any Error) -> String {
        switch error {
        case let fault as PracticeFault: fault.debugDescription
        case let fault as PostgresFault: fault.debugDescription
        case let fault as PoolFault: fault.description
        case let fault as ReportFault: fault.description
        case let fault as SiteFault: fault.description
        case let fault as StoreFault: fault.description
        default: "\(type(of: error))"
        }
    }
}
