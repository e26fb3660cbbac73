import API
import HTTPTypes
import Hummingbird
import Pages
import Postgres
import Practice
import Reporting

/// Turns errors into pages that say nothing of what is inside.
struct ErrorReplies: Sendable {
    let frame: PageFrame
    let table: RouteTable

    func response(to error: any Error, _ request: Request, reference: String) -> Response {
        if ProblemReplies.cover(request.uri.path) { return problem(of: error, request, reference) }
        let refusal = refusal(of: error, request)
        let page = ErrorPage(refusal.page, reference: reference).document(in: frame)
        var response = Response(page, status: refusal.status)
        if refusal.closes { response.headers[.connection] = "close" }
        if refusal.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        if refusal.status == .methodNotAllowed { response.headers[.allow] = table.allowed(at: request.uri.path) }
        return response
    }

    /// What the API answers: the same table of statuses, as a problem.
    private func problem(of error: any Error, _ request: Request, _ reference: String) -> Response {
        let refusal = refusal(of: error, request)
        let unknown =
            refusal.status == .internalServerError
            ? Problem(.fault, "The service failed. Its log has more under the reference of the request.")
            : Problem(.unavailable, "The service cannot answer now. Send the same again later.")
        // What no route takes is told apart from what a handler threw by the methods that the path has.
        let isUntaken = refusal.status == .methodNotAllowed
        let told = isUntaken ? ProblemReplies.problem(of: refusal) : ProblemReplies.problem(of: error)
        var response = ProblemReplies.response(to: told ?? unknown, reference: reference)
        if refusal.closes { response.headers[.connection] = "close" }
        if response.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        if isUntaken { response.headers[.allow] = table.allowed(at: request.uri.path) }
        return response
    }

    private func refusal(of error: any Error, _ request: Request) -> WebRefusal {
        switch error {
        case let refusal as WebRefusal: refusal
        case let error as HTTPError where error.status == .notFound:
            table.allowed(at: request.uri.path).isEmpty
                ? WebRefusal(.notFound, .notFound) : WebRefusal(.methodNotAllowed, .methodNotAllowed)
        case let error as HTTPError where (400..<500).contains(error.status.code):
            WebRefusal(error.status, .badRequest)
        // What is not there and what the asker may not see look the same.
        case PracticeFault.notAllowed, PracticeFault.unknownSite, PracticeFault.unknownEpisode:
            WebRefusal(.notFound, .notFound)
        case is CancellationError: WebRefusal(.serviceUnavailable, .unavailable, closes: true)
        default:
            isPassing(error) ? WebRefusal(.serviceUnavailable, .unavailable) : WebRefusal(.internalServerError, .fault)
        }
    }

    /// Whether the same may succeed later: the database is away, busy or not ready.
    private func isPassing(_ error: any Error) -> Bool {
        switch error {
        case PracticeFault.unavailable, ReportFault.staleFacts: true
        case is PoolFault: true
        case let fault as PostgresFault:
            fault.isUnavailable || fault.isRetriable || fault.sqlState == .lockNotAvailable
                || fault.sqlState == .queryCanceled || fault.sqlState == .tooManyConnections
        default: false
        }
    }
}
