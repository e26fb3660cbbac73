import Hummingbird
import NIOCore

/// What goes with a request on its way to its route.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Under which the log has more about it.
    var reference = ""
    /// The address that the connection comes from.
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// The route's template; never the path itself.
    var route: String {
        guard let path = endpointPath, path.hasPrefix("/") else { return RouteNames.none }
        return path
    }
}
