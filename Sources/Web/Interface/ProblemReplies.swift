import API
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Practice
import Reporting

/// Turns errors into problems, by one table.
enum ProblemReplies {
    /// Whether a request is for the API, which answers in problems and not in pages.
    static func cover(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

    static func response(to problem: Problem, reference: String) -> Response {
        var response = Response(
            text: problem.json(reference: reference).line + "\n", type: Problem.mediaType,
            status: .init(code: problem.code.status))
        if problem.code == .notSignedIn { response.headers[.wwwAuthenticate] = "Bearer" }
        if problem.code == .tooMany { response.headers[.retryAfter] = "60" }
        if let version = problem.version { response.headers[.eTag] = "\"\(version)\"" }
        return response
    }

    /// What an error is to a client; nil for a fault of ours.
    static func problem(of error: any Error) -> Problem? {
        switch error {
        case let problem as Problem: problem
        case let refusal as WebRefusal: answer(to: refusal.status)
        case let error as HTTPError where (400..<500).contains(error.status.code): answer(to: error.status)
        case let fault as PracticeFault: answer(to: fault)
        case let refusal as Refusal: Problem(.refused, "\(refusal.code): \(refusal)")
        case let fault as KeyedWriteFault: answer(to: fault)
        case let fault as StoreFault: answer(to: fault)
        case let fault as ReportFault: answer(to: fault)
        case let fault as RecordingFault: answer(to: fault, at: "")
        default: problem(ofFurther: error)
        }
    }

    private static func answer(to status: HTTPResponse.Status) -> Problem {
        switch status.code {
        case 403: Problem(.foreignOrigin, "Another site sent this.")
        case 404: .absent
        case 405: Problem(.methodNotAllowed, "This address takes other methods: see Allow.")
        case 413: Problem(.tooLarge, "The body is larger than anything that is taken here.")
        case 415: Problem(.wrongMediaType, "Send application/json.")
        case 421: Problem(.otherHost, "Call the service by a name that it has.")
        default: Problem(.malformed, "The request cannot be read.")
        }
    }

    private static func answer(to fault: PracticeFault) -> Problem? {
        switch fault {
        case .notAllowed, .unknownSite, .unknownEpisode, .unknownRecord, .unknownModel, .unknownAccount: .absent
        case .stepUpNeeded: Problem(.secondFactorNeeded, "Sign in with a browser and give the second factor first.")
        case .unknownTeam: Problem(.refused, "The site has no such team.")
        case .modelAway: Problem(.refused, "The programme has no such model.")
        case .unknownAuthority: Problem(.refused, "No referral names this authority.")
        case .notYetReferred: Problem(.refused, "On that day there was nothing to show.")
        case .modelNotNamed: Problem(.refused, "Nothing is on record yet.")
        case .missingSettings, .olderVersion, .noSuchVersion: Problem(.refused, "\(fault)")
        case .previewOutdated: Problem(.refused, "The move is not the one that was shown: preview it again.")
        default: nil
        }
    }

    private static func answer(to fault: KeyedWriteFault) -> Problem {
        switch fault {
        case .stillRunning: Problem(.stillRunning, "The same request is still at work. Send it again in a moment.")
        case .keyOfAnother: Problem(.keyReused, "Choose a new Idempotency-Key for each write.")
        case .changed(let version):
            Problem(
                .changed, "It has another version now. Read it again, and decide again.",
                version: version.number)
        case .nobody: Problem(.notSignedIn, "Writes are done in the name of an account.")
        }
    }

    private static func answer(to fault: StoreFault) -> Problem? {
        switch fault.code {
        case .conflict, .openEpisodeExists, .referenceTaken: Problem(.conflict, "\(fault)")
        case .unknownTeam, .unknownChild, .brokenRule: Problem(.refused, "The rules of the record do not allow it.")
        default: nil
        }
    }

    private static func answer(to fault: ReportFault) -> Problem? {
        switch fault {
        case .staleFacts, .inexact, .impossibleDays, .impossibleMeasure, .impossibleReferrals: nil
        default: Problem(.refused, "\(fault)")
        }
    }
}
