/// The templates of all routes, as they stand in metrics and in the log.
enum RouteNames {
    static let start = "/"
    static let alive = "/healthz"
    static let ready = "/readyz"
    static let metrics = "/metrics"
    static let asset = "/assets/{name}"

    /// What stands for requests that no route has.
    static let none = "none"

    /// Routes that machines ask every few seconds; their good answers are no news.
    static let probes: Set<String> = [alive, ready, metrics, asset]

    /// Whether some route answers reads of a path, so that another method of it is not allowed rather than not found.
    static func hasRead(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        switch parts.count {
        case 0: return true
        case 1: return [alive, ready, metrics].contains("/\(parts[0])")
        default: return parts.count == 2 && parts[0] == "assets" && Assets.stylesheet.path == "/assets/\(parts[1])"
        }
    }
}
