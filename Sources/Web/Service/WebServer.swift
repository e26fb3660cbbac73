import API
import Accounts
import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import Pages
import ServiceLifecycle

/// The service: listens, answers, and on a graceful shutdown answers what it has begun and listens no more.
package struct WebServer: Service {
    let configuration: WebConfiguration
    let parts: WebParts
    let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// A service that does not listen yet.
    /// - Parameters:
    ///   - logger: where each request and each fault leaves a line, without values of a query.
    ///   - onListening: told the port once it listens.
    package init(
        _ configuration: WebConfiguration, over parts: WebParts, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.parts = parts
        self.logger = logger
        self.onListening = onListening
    }

    /// Listens until a graceful shutdown is done.
    /// - Throws: ``WebFault`` when it cannot listen.
    package func run() async throws {
        let told = onListening
        let application = Application(
            router: router(), server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(configuration.limits.connections, logger: frameworkLogger)),
            onServerRunning: { await told($0.localAddress?.port ?? 0) },
            logger: frameworkLogger)
        do {
            try await application.run()
        } catch let error as IOError {
            throw fault(of: error)
        } catch is SocketAddressError {
            throw WebFault.noSuchAddress(host: configuration.host)
        } catch is SocketAddressError.UnknownHost {
            throw WebFault.noSuchAddress(host: configuration.host)
        }
    }

    private var channel: HTTP1Channel.Configuration {
        let limits = configuration.limits
        let size = limits.headerSize
        let table = table
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionGuard(limits: limits) { table.bodySize(at: $0, limits) }],
            idleTimeout: TimeAmount(limits.patience),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: size, maxHeaderListSize: 2 * size, maxHeaderFieldCount: 100))
    }

    private var frame: PageFrame {
        PageFrame(
            isSimulated: configuration.isSimulated, stylesheet: Assets.stylesheet.path, version: configuration.version)
    }

    /// Whether one may look around without signing in: everything is invented, and nobody else can reach it.
    private var isOpen: Bool { configuration.isSimulated && configuration.isOfThisMachine }

    /// All routes, as the service registers them.
    var table: RouteTable { routeTable(frame, WebMetrics(), CookieJar(isPlain: isOpen)) }

    private func router() -> Router<WebContext> {
        let metrics = WebMetrics()
        let cookies = CookieJar(isPlain: isOpen)
        let table = routeTable(frame, metrics, cookies)
        let (signIn, replies) = (parts.door.signIn, DoorReplies(frame: frame, cookies: cookies))
        let gate = RouteGate(
            signIn: signIn, clock: parts.clock, cookies: cookies, isOpen: isOpen, limits: configuration.limits,
            table: table, stepUp: StepUpHandler(signIn: signIn, replies: replies),
            signInPage: SignInHandler(
                signIn: signIn, replies: replies, peers: PeerAddress(proxies: Set(configuration.proxies)),
                providers: ProviderSignIns(signIn)))
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: Doorkeeper(
                names: HostNames(host: configuration.host, further: configuration.names),
                limits: configuration.limits, replies: ErrorReplies(frame: frame, table: table), metrics: metrics,
                logger: logger))
        for route in table.routes {
            let method: HTTPRequest.Method = route.method == .get ? .get : .post
            router.on(RouterPath(route.path), method: method) { request, context in
                try await gate.answer(request, context, by: route)
            }
        }
        addOperations(to: router, cookies)
        return router
    }

    private func addOperations(to router: Router<WebContext>, _ cookies: CookieJar) {
        let gate = APIGate(
            signIn: parts.door.signIn, practice: parts.practice, clock: parts.clock, cookies: cookies,
            limits: configuration.limits, rate: RequestRate(atMost: configuration.limits.requestsAMinute))
        let handlers = APIHandlers(parts: parts, version: configuration.version).all
        for operation in Operation.all {
            guard let handler = handlers[operation.id] else { continue }
            let method: HTTPRequest.Method = operation.method == .get ? .get : .post
            router.on(RouterPath(operation.route), method: method) { request, context in
                try await gate.answer(request, context, to: operation, by: handler)
            }
        }
    }

    private var frameworkLogger: Logger { WebObservation.onlyErrors(of: logger) }

    private func fault(of error: IOError) -> WebFault {
        let (host, port) = (configuration.host, configuration.port)
        return switch error.errnoCode {
        case EADDRINUSE: .portInUse(host: host, port: port)
        case EACCES, EPERM: .portForbidden(port: port)
        case EADDRNOTAVAIL: .noSuchAddress(host: host)
        default: .refused(host: host, port: port, number: error.errnoCode)
        }
    }
}
