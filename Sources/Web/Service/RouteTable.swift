import Accounts
import HTTPTypes
import Hummingbird
import Pages

/// All routes of the service.
struct RouteTable: Sendable {
    let routes: [WebRoute]

    /// The methods that some route has for a path, as `Allow` names them; empty when there is none.
    func allowed(at path: String) -> String {
        let methods = routes.filter { $0.covers(path) && ($0.path != RouteNames.asset || Assets.has(path)) }.map(
            \.method)
        return (methods.contains(.get) ? ["GET", "HEAD"] : []).joined(separator: ", ")
            + (methods.contains(.post) ? (methods.contains(.get) ? ", POST" : "POST") : "")
    }
}

extension WebServer {
    /// The routes that machines ask and that pages need, those of signing in, and the pages.
    func routeTable(_ frame: PageFrame, _ metrics: WebMetrics, _ cookies: CookieJar) -> RouteTable {
        let start = StartHandler(parts: parts, frame: frame)
        let health = HealthHandler(readiness: parts.readiness)
        let page = MetricsPage(
            metrics: metrics, parts: parts, version: configuration.version,
            nights: parts.nights.map { NightMetrics($0) })
        let replies = DoorReplies(frame: frame, cookies: cookies)
        let (signIn, refused) = (parts.door.signIn, parts.door.refused)
        let peers = PeerAddress(proxies: Set(configuration.proxies))
        let providers = ProviderSignIns(signIn)
        let machines: [WebRoute] = [
            .get(RouteNames.alive, .everybody) { _ in health.alive() },
            .get(RouteNames.ready, .everybody) { _ in await health.ready() },
            .get(RouteNames.metrics, .everybody) { _ in await page.answer() },
            .get(RouteNames.asset, .everybody) { try Assets.answer($0.context) },
        ]
        let pages: [WebRoute] = [
            .get(RouteNames.start, .actionOrInvented(.report)) { try await start.answer($0) }
        ]
        let door =
            SignInHandler(signIn: signIn, replies: replies, peers: peers, providers: providers).routes
            + LinkHandler(signIn: signIn, refused: refused, replies: replies).routes
            + ProviderHandler(
                signIns: providers, replies: replies, known: KnownProviders(clock: parts.clock),
                address: configuration.address, logger: logger
            ).routes
            + AccountHandler(signIn: signIn, refused: refused, replies: replies, peers: peers).routes
            + FactorHandler(signIn: signIn, replies: replies).routes
        return RouteTable(routes: machines + pages + door)
    }
}
