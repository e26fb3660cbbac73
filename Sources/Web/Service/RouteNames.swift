import API

/// The templates of all routes, as they stand in metrics and in the log.
enum RouteNames {
    static let start = "/"
    static let alive = "/healthz"
    static let ready = "/readyz"
    static let metrics = "/metrics"
    static let asset = "/assets/{name}"

    /// What stands for requests that no route has.
    static let none = "none"

    /// Routes that machines ask again and again; their good answers are no news, and no form stands in them.
    static let probes: Set<String> = [alive, ready, metrics, asset, OpenAPIDocument.path]
}
