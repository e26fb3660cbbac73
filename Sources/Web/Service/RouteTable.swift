import API
import Accounts
import HTTPTypes
import Hummingbird
import Pages

/// All routes of the service.
struct RouteTable: Sendable {
    let routes: [WebRoute]

    /// The methods that some route has for a path, as `Allow` names them; empty when there is none.
    func allowed(at path: String) -> String {
        let methods =
            routes.filter { $0.covers(path) && ($0.path != RouteNames.asset || Assets.has(path)) }.map(\.method)
            + Operation.all.filter { WebRoute.covers($0.route, path) }.map {
                $0.method == .get ? WebRoute.Method.get : .post
            }
        return (methods.contains(.get) ? ["GET", "HEAD"] : []).joined(separator: ", ")
            + (methods.contains(.post) ? (methods.contains(.get) ? ", POST" : "POST") : "")
    }

    /// The page that somebody goes back to whose request needs the second factor once more: what was to be read, or the
    /// nearest page above what was sent.
    func wayBack(of request: Request) -> WayBack {
        guard request.method == .post else { return WayBack(request.uri.string) ?? .usual }
        var parts = request.uri.path.split(separator: "/")
        while !parts.isEmpty {
            let path = "/" + parts.joined(separator: "/")
            if routes.contains(where: { $0.method == .get && $0.covers(path) }) { return WayBack(path) ?? .usual }
            parts.removeLast()
        }
        return .usual
    }

    /// The most bytes that may be sent to a path.
    func bodySize(at path: String, _ limits: RequestLimits) -> Int {
        if ProblemReplies.cover(path) { return limits.documentSize }
        return routes.first { $0.method == .post && $0.covers(path) }?.bodySize ?? limits.bodySize
    }
}

extension WebServer {
    /// The routes that machines ask and that pages need, those of signing in, and the pages.
    func routeTable(_ frame: PageFrame, _ metrics: WebMetrics, _ cookies: CookieJar) -> RouteTable {
        let version = configuration.version
        let start = StartHandler(parts: parts, frame: frame)
        let health = HealthHandler(readiness: parts.readiness)
        let page = MetricsPage(
            metrics: metrics, parts: parts, version: version,
            nights: parts.nights.map { NightMetrics($0) })
        let replies = DoorReplies(frame: frame, cookies: cookies)
        let (signIn, refused) = (parts.door.signIn, parts.door.refused)
        let peers = PeerAddress(proxies: Set(configuration.proxies))
        let providers = ProviderSignIns(signIn)
        let address = ServiceAddress(set: configuration.address, isPlain: cookies.isPlain)
        let offices = OfficeFinder(practice: parts.practice)
        let machines: [WebRoute] = [
            .get(RouteNames.alive, .everybody) { _ in health.alive() },
            .get(RouteNames.ready, .everybody) { _ in await health.ready() },
            .get(RouteNames.metrics, .everybody) { _ in await page.answer() },
            .get(RouteNames.asset, .everybody) { try Assets.answer($0.context) },
            .get(OpenAPIDocument.path, .everybody) { _ in
                Response(text: OpenAPIDocument.json(version: version).line + "\n", type: "application/json")
            },
            .get(OpenAPIDocument.docs, .everybody) { _ in Response(APIPage().document(in: frame)) },
        ]
        let pages: [WebRoute] = [
            .get(RouteNames.start, .actionOrInvented(.manageOwnAccount)) { try await start.answer($0) }
        ]
        let door =
            SignInHandler(signIn: signIn, replies: replies, peers: peers, providers: providers).routes
            + StepUpHandler(signIn: signIn, replies: replies).routes
            + LinkHandler(signIn: signIn, refused: refused, replies: replies, isOpen: cookies.isPlain).routes
            + ProviderHandler(
                signIns: providers, replies: replies, known: KnownProviders(clock: parts.clock),
                address: address, logger: logger
            ).routes
            + AccountHandler(
                signIn: signIn, refused: refused, replies: replies, peers: peers, practice: parts.practice
            ).routes
            + FactorHandler(signIn: signIn, replies: replies).routes
        let day =
            ReferralsHandler(offices: offices, frame: frame, models: parts.models).routes
            + ReferralHandler(offices: offices, frame: frame).routes
            + LetterHandler(offices: offices, frame: frame).routes
            + InterviewsHandler(offices: offices, frame: frame, address: address).routes
            + CarerHandler(practice: parts.practice, peers: peers, frame: frame).routes
            + SearchHandler(offices: offices, frame: frame).routes
            + ClosingHandler(offices: offices, frame: frame).routes
            + FollowUpsHandler(offices: offices, frame: frame).routes
            + OnCallHandler(offices: offices, frame: frame).routes
        let office =
            FamilyHandler(offices: offices, frame: frame).routes
            + FactHandler(offices: offices, frame: frame).routes
            + CorrectHandler(offices: offices, frame: frame).routes
            + SummaryHandler(offices: offices, frame: frame).routes
            + DraftsHandler(offices: offices, frame: frame).routes
            + SummaryTalkHandler(offices: offices, frame: frame).routes
            + FamiliesHandler(offices: offices, frame: frame).routes
            + ReallocationHandler(offices: offices, frame: frame).routes
            + ContactHandler(offices: offices, frame: frame).routes
            + SiteHandler(offices: offices, frame: frame).routes
            + NightsHandler(offices: offices, frame: frame, nights: parts.nights).routes
            + EmergencyHandler(offices: offices, replies: replies).routes
            + EmergencyReviewHandler(offices: offices, frame: frame).routes
            + AccessLogHandler(offices: offices, frame: frame).routes
            + AccessAlertsHandler(offices: offices, frame: frame).routes
            + SubjectAccessHandler(offices: offices, frame: frame).routes
            + ReportsHandler(offices: offices, models: parts.models, frame: frame).routes
            + EditionsHandler(practice: parts.practice, frame: frame).routes
            + LicencesHandler(practice: parts.practice, frame: frame).routes
            + PipelineHandler(practice: parts.practice, frame: frame).routes
        return RouteTable(routes: machines + pages + PlainHandler(frame: frame).routes + door + day + office)
    }
}
