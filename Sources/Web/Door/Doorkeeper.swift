import HTTPTypes
import Hummingbird
internal import Logging
import Pages

/// The outermost step of every request, with a route or without: gives it a reference, refuses what no route should see,
/// turns errors into pages, and puts the security headers, the count and the log line to every answer.
struct Doorkeeper: RouterMiddleware {
    let names: HostNames
    let limits: RequestLimits
    let replies: ErrorReplies
    let metrics: WebMetrics
    let logger: Logger

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        context.reference = RequestReference.of(request)
        await metrics.began()
        var response: Response
        do {
            try check(request)
            response = try await next(request, context)
        } catch {
            response = replies.response(to: error, request, reference: context.reference)
            WebObservation.failed(
                reference: context.reference, route: context.route, status: response.status.code, error
            ).report(to: logger)
        }
        SecurityHeaders.complete(&response.headers)
        response.headers[RequestReference.header] = context.reference
        if request.method == .head { response = response.createHeadResponse() }
        await note(request, context, response.status.code, since: start)
        return response
    }

    private func check(_ request: Request) throws(WebRefusal) {
        try names.check(request)
        if let text = request.headers[.contentLength],
            (Int(text) ?? .max) > replies.table.bodySize(at: request.uri.path, limits)
        {
            throw WebRefusal(.contentTooLarge, .tooLarge, closes: true)
        }
    }

    private func note(
        _ request: Request, _ context: WebContext, _ status: Int, since start: ContinuousClock.Instant
    ) async {
        let duration = start.duration(to: .now)
        let method = MethodName.of(request.method)
        await metrics.ended(RequestKind(route: context.route, method: method, status: status), after: duration)
        WebObservation.answered(
            reference: context.reference, method: method, route: context.route, status: status, duration: duration
        ).report(to: logger)
    }
}

/// The names of methods in metrics and log: those of the standard, so that nobody can make up more.
enum MethodName {
    private static let known: Set<String> = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT",
    ]

    static func of(_ method: HTTPRequest.Method) -> String {
        known.contains(method.rawValue) ? method.rawValue : "other"
    }
}
