import Accounts

/// One operation of the API as it is declared: where it is, who may come, what comes in and what goes out.
package struct Operation: Sendable {
    /// What it does to the record.
    package enum Method: String, Sendable {
        /// It reads, and changes nothing but the access log.
        case get
        /// It writes: with an `Idempotency-Key`, once. Or it asks what must not stand in an address.
        case post
    }

    /// Whether it changes a thing that has a version.
    package enum Match: Sendable {
        /// It changes none.
        case none
        /// `If-Match` may say which was seen.
        case optional
        /// `If-Match` must say which was seen.
        case needed
    }

    /// A parameter of the path or the query.
    package struct Parameter: Hashable, Sendable {
        /// Where a parameter stands.
        package enum Place: String, Sendable {
            case path
            case query
        }

        /// Its name.
        package let name: String
        /// Where it stands.
        package let place: Place
        /// Its form, written as a text.
        package let shape: Shape
        /// Whether it must be given; true of those of the path.
        package let isRequired: Bool
        /// What it is.
        package let summary: String

        /// A parameter of the path.
        package static func path(_ name: String, _ shape: Shape, _ summary: String) -> Parameter {
            Parameter(name: name, place: .path, shape: shape, isRequired: true, summary: summary)
        }

        /// A parameter of the query.
        package static func query(
            _ name: String, _ shape: Shape, _ summary: String, isRequired: Bool = false
        ) -> Parameter {
            Parameter(name: name, place: .query, shape: shape, isRequired: isRequired, summary: summary)
        }
    }

    /// A media type of an answer, with the form of what it holds; nil where it is no JSON.
    package struct Content: Hashable, Sendable {
        /// The media type.
        package let type: String
        /// The form.
        package let shape: Shape?

        /// JSON of a form.
        package static func json(_ shape: Shape) -> Content { Content(type: "application/json", shape: shape) }

        /// Another media type.
        package static func other(_ type: String) -> Content { Content(type: type, shape: nil) }
    }

    /// What it is called by programs.
    package let id: OperationID
    /// What it does to the record.
    package let method: Method
    /// Where it is, below ``OpenAPIDocument/root``.
    package let path: String
    /// What it does, in a line.
    package let summary: String
    /// The action that the asker must be allowed; nil where the use case alone decides what they see.
    package let action: Action?
    /// Its parameters.
    package let parameters: [Parameter]
    /// The form of its body; nil when it takes none.
    package let body: Shape?
    /// The status of its answer.
    package let status: Int
    /// What its answer holds.
    package let content: [Content]
    /// Whether it changes a thing that has a version, so that `If-Match` says which was seen.
    package let match: Match
    /// Whether it writes, so that an `Idempotency-Key` must name it.
    package let isKeyed: Bool
    /// Whether it answers page by page.
    package let isPaged: Bool
    /// Whether its answer has an `ETag`.
    package let isTagged: Bool
    /// Whether what is asked may be refused by a rule, although it has its form.
    package let isJudged: Bool
    /// When it goes away; nil while it is to stay.
    package var retirement: Retirement?

    /// A reading operation.
    static func get(
        _ id: OperationID, _ path: String, _ action: Action?, _ summary: String, _ parameters: [Parameter] = [],
        answering content: Content..., isPaged: Bool = false, isTagged: Bool = false, isJudged: Bool = false
    ) -> Operation {
        Operation(
            id: id, method: .get, path: path, summary: summary, action: action, parameters: parameters, body: nil,
            status: 200, content: content, match: .none, isKeyed: false, isPaged: isPaged, isTagged: isTagged,
            isJudged: isJudged)
    }

    /// An operation that reads, and is asked with a body: what is asked must not stand in an address, which logs keep.
    static func ask(
        _ id: OperationID, _ path: String, _ action: Action, _ summary: String, _ parameters: [Parameter],
        taking body: Component, answering content: Content
    ) -> Operation {
        Operation(
            id: id, method: .post, path: path, summary: summary, action: action, parameters: parameters,
            body: .named(body), status: 200, content: [content], match: .none, isKeyed: false, isPaged: false,
            isTagged: false, isJudged: true)
    }

    /// A writing operation.
    /// - Parameter answer: what it answers; what has a version is tagged with it.
    static func post(
        _ id: OperationID, _ path: String, _ action: Action, _ summary: String, _ parameters: [Parameter],
        taking body: Component, match: Match = .needed, answering answer: Component = .written
    ) -> Operation {
        Operation(
            id: id, method: .post, path: path, summary: summary, action: action, parameters: parameters,
            body: .named(body), status: 201, content: [.json(.named(answer))], match: match, isKeyed: true,
            isPaged: false, isTagged: answer != .done, isJudged: true)
    }

    /// The same operation, which goes away.
    package func retiring(_ retirement: Retirement) -> Operation {
        var operation = self
        operation.retirement = retirement
        return operation
    }

    /// Where it is, from the root of the service.
    package var route: String { OpenAPIDocument.root + path }

    /// Whether `If-Match` must say which version was seen.
    package var needsMatch: Bool { match == .needed }

    /// The codes of the problems that its answers may have, in the order of their list.
    package var problems: [ProblemCode] {
        ProblemCode.allCases.filter { code in
            switch code {
            case .malformed, .wrongMediaType, .tooLarge, .wrongBody, .foreignOrigin: method == .post
            case .keyMissing, .stillRunning, .keyReused, .conflict: isKeyed
            case .refused: isJudged
            case .matchMissing: needsMatch
            case .changed: match != .none
            case .wrongCursor: isPaged
            case .secondFactorNeeded, .methodNotAllowed, .otherHost: false
            default: true
            }
        }
    }
}
