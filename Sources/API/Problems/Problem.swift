/// Why a request is not done, in the form of RFC 9457. It repeats nothing that was sent and says nothing of what is inside.
package struct Problem: Error, Hashable, Sendable {
    /// The media type of its text.
    package static let mediaType = "application/problem+json"

    /// What it is.
    package let code: ProblemCode
    /// A sentence that says what would be right.
    package let detail: String
    /// What is wrong at which places.
    package let flaws: [Flaw]
    /// The version that a changed thing has now, as If-Match takes it; nil where there is none.
    package let version: Int64?

    /// A problem.
    package init(_ code: ProblemCode, _ detail: String, at flaws: [Flaw] = [], version: Int64? = nil) {
        self.code = code
        self.detail = detail
        self.flaws = flaws
        self.version = version
    }

    /// The problem as JSON.
    /// - Parameter reference: under which the log has more about the request.
    package func json(reference: String) -> JSON {
        var members: [JSON.Member] = [
            .init("type", .text("\(OpenAPIDocument.docs)#\(code.rawValue)")), .init("title", .text(code.title)),
            .init("status", .integer(code.status)), .init("detail", .text(detail)),
            .init("instance", .text("urn:homeward:request:\(reference)")), .init("code", .text(code.rawValue)),
        ]
        if let version { members.append(.init("version", .text("\"\(version)\""))) }
        if !flaws.isEmpty {
            members.append(
                .init(
                    "errors", .list(flaws.map { ["pointer": .text($0.pointer), "detail": .text($0.detail)] })))
        }
        return .object(members)
    }
}
