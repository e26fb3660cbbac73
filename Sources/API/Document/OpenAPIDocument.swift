import Accounts

/// The document of the API: OpenAPI 3.1, made from the same declarations as the routes.
package enum OpenAPIDocument {
    /// Below which all operations are.
    package static let root = "/api/v1"
    /// Where the document is.
    package static let path = "/api/openapi.json"
    /// Where it can be read by people.
    package static let docs = "/api/docs"

    /// The document.
    /// - Parameter version: the program's version.
    package static func json(version: String) -> JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Homeward", "version": .text(version),
                "summary": "The API of a Multisystemic Therapy service.",
                "description": .text(conventions),
                "license": ["name": "See the licence of the program"],
            ],
            "servers": [["url": .text(root)]],
            "security": [["token": []], ["session": []]],
            "paths": paths,
            "components": [
                "schemas": .object(Component.allCases.map { .init($0.rawValue, $0.shape.schema) }),
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "A token that `homeward account token create` made.",
                    ],
                    "session": [
                        "type": "apiKey", "in": "cookie", "name": "__Host-homeward",
                        "description": "The session of a browser that is signed in.",
                    ],
                ],
                "headers": headers,
            ],
        ]
    }

    /// What holds for every operation, a sentence a line.
    package static let rules = [
        "What is not there and what the asker may not see look the same: 404.",
        "Days are days of the calendar at the site; instants are in UTC.",
        "Every write needs an Idempotency-Key of 8 to 200 printable characters. For a day the same request with the same key "
            + "is answered as the first time, and done once; another request with it is refused.",
        "A change of what has a version (an episode, a child's record, a team's, a person, a site's file) needs If-Match with "
            + "the ETag of the version that was seen. An interview needs none: nobody need have seen the episode to hold one.",
        "An ETag is the version in quotation marks; that of what was read says after a hyphen what its reader saw of it.",
        "Unknown fields, names that stand twice in an object, and unknown or repeated parameters are refused.",
        "Lists come in pages. The next is behind the link of relation `next`; there is none after the last.",
        "An answer that does not succeed is a problem in the form of RFC 9457. Programs go by its code.",
        "An operation that is to go away says so a half-year before: Deprecation, Sunset, and a link of relation `deprecation`.",
        "X-Request-Id names a request in the log; give one of your own, of 8 to 64 letters, digits, points, hyphens and "
            + "underscores, or take the one that comes back.",
    ]

    private static var conventions: String { rules.joined(separator: "\n\n") }

    private static var paths: JSON {
        var grouped: [(path: String, operations: [Operation])] = []
        for operation in Operation.all {
            if let place = grouped.firstIndex(where: { $0.path == operation.path }) {
                grouped[place].operations.append(operation)
            } else {
                grouped.append((operation.path, [operation]))
            }
        }
        return .object(
            grouped.map { path, operations in
                .init(path, .object(operations.map { .init($0.method.rawValue, described($0)) }))
            })
    }

    private static func described(_ operation: Operation) -> JSON {
        var members: [JSON.Member] = [
            .init("operationId", .text(operation.id.rawValue)), .init("summary", .text(operation.summary)),
        ]
        if let action = operation.action {
            members.append(.init("description", .text("Needs the action `\(action.rawValue)`.")))
        }
        if operation.retirement != nil { members.append(.init("deprecated", true)) }
        members.append(.init("parameters", .list(parameters(of: operation))))
        if let body = operation.body {
            members.append(
                .init(
                    "requestBody",
                    ["required": true, "content": ["application/json": ["schema": body.schema]]]))
        }
        members.append(.init("responses", .object(answers(of: operation))))
        return .object(members)
    }

    private static func parameters(of operation: Operation) -> [JSON] {
        var all = operation.parameters.map { parameter -> JSON in
            [
                "name": .text(parameter.name), "in": .text(parameter.place.rawValue),
                "required": .boolean(parameter.isRequired), "description": .text(parameter.summary),
                "schema": parameter.shape.schema,
            ]
        }
        if operation.isKeyed {
            all.append([
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": "Names this write, so that it is done once however often it is sent.",
                "schema": ["type": "string", "minLength": 8, "maxLength": 200, "pattern": "^[!-~]+$"],
            ])
        }
        if operation.match != .none {
            all.append([
                "name": "If-Match", "in": "header", "required": .boolean(operation.needsMatch),
                "description": "The ETag of the version that was seen.",
                "schema": ["type": "string", "pattern": "^\"[0-9]{1,18}(-[0-9a-f]{16})?\"$"],
            ])
        }
        return all
    }

    private static func answers(of operation: Operation) -> [JSON.Member] {
        var names = ["X-Request-Id", "RateLimit-Limit", "RateLimit-Remaining"]
        if operation.isTagged { names.append("ETag") }
        if operation.isPaged || operation.retirement != nil { names.append("Link") }
        if operation.retirement != nil { names.append("Deprecation") }
        if operation.retirement?.goesOn != nil { names.append("Sunset") }
        let content = operation.content.map { content in
            JSON.Member(content.type, content.shape.map { ["schema": $0.schema] } ?? ["schema": ["type": "string"]])
        }
        let links = links(of: operation)
        let good = JSON.Member(
            "\(operation.status)",
            .object(
                [
                    .init("description", operation.isKeyed ? "It is recorded." : "What was asked for."),
                    .init(
                        "headers", .object(names.map { .init($0, ["$ref": .text("#/components/headers/\($0)")]) })),
                    .init("content", .object(content)),
                ] + (links.isEmpty ? [] : [.init("links", .object(links))])))
        let statuses = Dictionary(grouping: operation.problems, by: \.status).sorted { $0.key < $1.key }
        let bad = statuses.map { status, codes in
            JSON.Member(
                "\(status)",
                [
                    "description": .text(codes.map { "\($0.title) (`\($0.rawValue)`)." }.joined(separator: " ")),
                    "content": [Problem.mediaType: ["schema": Shape.named(.problem).schema]],
                ])
        }
        let unchanged: [JSON.Member] =
            operation.isTagged && operation.method == .get ? [.init("304", ["description": "It is as it was."])] : []
        return [good] + unchanged + bad
    }

    private static var headers: JSON {
        func header(_ description: String) -> JSON {
            ["description": .text(description), "schema": ["type": "string"]]
        }
        return [
            "X-Request-Id": header("Under which the log has more about the request."),
            "RateLimit-Limit": header("How many requests an account may send in a minute."),
            "RateLimit-Remaining": header("How many are left of this minute."),
            "ETag": header("The version in quotation marks; of what was read, with what its reader saw of it."),
            "Link": header(
                "The next page, of relation `next`; missing after the last. What is said of an operation that goes "
                    + "away, of relation `deprecation`."),
            "Deprecation": header("Since when the operation should not be used any more (RFC 9745)."),
            "Sunset": header("From when on the operation may be missing (RFC 8594)."),
        ]
    }
}
