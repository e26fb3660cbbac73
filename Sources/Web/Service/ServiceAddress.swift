import HTTPTypes
import Hummingbird

/// Where the service is reached, for addresses that are told to others.
struct ServiceAddress: Sendable {
    /// As it was set, without a slash at the end; nil for the name that a request came by, which the service has checked.
    let set: String?
    /// Whether it goes without TLS, which it does on this machine alone.
    let isPlain: Bool

    /// What stands before a path, for the answer to a request.
    func base(_ visit: Visit) -> String {
        set ?? "\(isPlain ? "http" : "https")://\(visit.request.head.authority ?? "localhost")"
    }
}
