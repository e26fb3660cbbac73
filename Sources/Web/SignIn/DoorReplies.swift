import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Pages

/// The answers that signing in gives.
struct DoorReplies: Sendable {
    /// How long a browser stays known: 180 days, in seconds.
    private static let deviceAge: Int64 = 180 * 24 * 60 * 60

    let frame: PageFrame
    let cookies: CookieJar

    /// - Parameter visit: whose page it is; with the pages of their day around it when they are signed in.
    func page(_ page: AskPage, to visit: Visit? = nil, status: HTTPResponse.Status = .ok) -> Response {
        Response(page.document(in: visit?.frame(frame) ?? frame), status: status)
    }

    func device(of visit: Visit) -> DeviceToken? {
        cookies.value(.device, of: visit.request).flatMap { DeviceToken($0) }
    }

    /// Gives the session's token along and sends the browser on.
    func opened(_ verdict: SignInVerdict, to path: String? = nil) -> Response {
        guard case .opened(let opened) = verdict else { return .elsewhere("/sign-in") }
        var response = Response.elsewhere(path ?? opened.stage.page)
        keep(opened, on: &response)
        return response
    }

    /// Gives the session's token along.
    func keep(_ opened: SignInVerdict.Opened, on response: inout Response) {
        cookies.set(.session, opened.token.revealed(), on: &response)
        cookies.remove(.form, on: &response)
        if let device = opened.device {
            cookies.set(.device, device.revealed(), for: DoorReplies.deviceAge, on: &response)
        }
    }

    /// Says that nobody was signed in, on the page that asked; with status 429 to whoever must wait.
    func refusal(
        _ verdict: SignInVerdict, at now: Instant, page: (String) async throws -> Response
    ) async throws -> Response {
        guard case .wait(let until) = verdict else { return try await page(SignInPages.refused) }
        let seconds = max((until.microseconds - now.microseconds + 999_999) / 1_000_000, 1)
        let unit = seconds == 1 ? "second" : "seconds"
        var response = try await page("There were too many attempts. Wait \(seconds) \(unit), and try again.")
        response.status = .tooManyRequests
        response.headers[.retryAfter] = "\(seconds)"
        return response
    }

    /// Signed out: the browser forgets the session and all that it has of our pages.
    func signedOut() -> Response {
        var response = page(SignInPages.signedOut)
        cookies.remove(.session, on: &response)
        cookies.remove(.form, on: &response)
        if let clear = HTTPField.Name("Clear-Site-Data") { response.headers[clear] = "\"cache\", \"storage\"" }
        return response
    }
}
