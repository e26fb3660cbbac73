/// Everything that can be wrong with a request, each once: its code, which programs go by, its status and its title.
package enum ProblemCode: String, CaseIterable, Hashable, Sendable {
    // The request as it came
    case malformed = "malformed"
    case unknownParameter = "unknown-parameter"
    case wrongParameter = "wrong-parameter"
    case wrongCursor = "wrong-cursor"
    case keyMissing = "idempotency-key-missing"
    case notSignedIn = "not-signed-in"
    case beyondToken = "beyond-token"
    case secondFactorNeeded = "second-factor-needed"
    case foreignOrigin = "foreign-origin"
    case absent = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case conflict = "conflict"
    case stillRunning = "still-running"
    case changed = "changed-meanwhile"
    case tooLarge = "too-large"
    case wrongMediaType = "wrong-media-type"
    case otherHost = "other-host"
    case wrongBody = "wrong-body"
    case refused = "refused"
    case keyReused = "idempotency-key-reused"
    case matchMissing = "if-match-missing"
    case tooMany = "too-many-requests"
    // What is no fault of the client's
    case fault = "fault"
    case unavailable = "unavailable"

    /// The status that it goes with.
    package var status: Int { row.status }

    /// What it is called.
    package var title: String { row.title }

    private var row: (status: Int, title: String) {
        switch self {
        case .malformed: (400, "The request cannot be read")
        case .unknownParameter: (400, "A parameter is unknown or given twice")
        case .wrongParameter: (400, "A parameter has a value that it cannot have")
        case .wrongCursor: (400, "The cursor is not one of this list")
        case .keyMissing: (400, "A write needs an Idempotency-Key")
        case .notSignedIn: (401, "Nobody is signed in")
        case .beyondToken: (403, "The token was not made for this")
        case .secondFactorNeeded: (403, "This needs the second factor of a moment ago")
        case .foreignOrigin: (403, "Another site sent this")
        case .absent: (404, "There is no such thing")
        case .methodNotAllowed: (405, "This cannot be done here")
        case .conflict: (409, "Something else is in the way")
        case .stillRunning: (409, "The same request is still at work")
        case .changed: (412, "It was changed meanwhile")
        case .tooLarge: (413, "The body is too large")
        case .wrongMediaType: (415, "The body is of another type")
        case .otherHost: (421, "The service is not called by this name")
        case .wrongBody: (422, "The body does not have its form")
        case .refused: (422, "The rules of the record do not allow it")
        case .keyReused: (422, "The Idempotency-Key belongs to another request")
        case .matchMissing: (428, "A change needs If-Match")
        case .tooMany: (429, "Too many requests")
        case .fault: (500, "The service failed")
        case .unavailable: (503, "The service cannot answer now")
        }
    }
}
