import Hummingbird

/// What goes with a request on its way to its route.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Under which the log has more about it.
    var reference = ""

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// The route's template; never the path itself.
    var route: String {
        guard let path = endpointPath, path.hasPrefix("/") else { return RouteNames.none }
        return path
    }
}
