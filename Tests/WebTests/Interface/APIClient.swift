import API
import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Web

/// A program that uses the API with a token.
struct APIClient: Sendable {
    let world: WebWorld
    /// What it sends to say who asks: a token, or the cookie of a session.
    let credentials: [String]

    func get(_ path: String, headers: [String] = []) async throws -> APIReply {
        try await ask("GET", path, headers, "")
    }

    /// Sends JSON.
    func post(
        _ path: String, _ body: String, key: String?, match: String? = nil, type: String? = "application/json",
        headers: [String] = []
    ) async throws -> APIReply {
        let own =
            (key.map { ["Idempotency-Key: \($0)"] } ?? []) + (match.map { ["If-Match: \($0)"] } ?? [])
            + (type.map { ["Content-Type: \($0)"] } ?? []) + ["Content-Length: \(body.utf8.count)"]
        return try await ask("POST", path, own + headers, body)
    }

    func ask(_ method: String, _ path: String, _ headers: [String], _ body: String) async throws -> APIReply {
        let answer = try await RawHTTP.ask(
            world.port, path.hasPrefix("/api") ? path : OpenAPIDocument.root + path, method: method,
            headers: credentials + headers, body: body)
        return APIReply(answer)
    }
}

/// An answer of the API.
struct APIReply: Sendable {
    let answer: HTTPAnswer
    var status: Int { answer.status }
    /// What it holds; null when that is no JSON.
    let json: JSON

    init(_ answer: HTTPAnswer) {
        self.answer = answer
        json = (try? JSONReader.read(Array(answer.body.utf8))) ?? .null
    }

    /// The version that it tells, as a write answers it in its tag.
    var version: String? { if case .integer(let number)? = json["version"] { "\"\(number)\"" } else { nil } }

    /// The text of a member.
    func text(_ name: String) -> String? { if case .text(let text)? = json[name] { text } else { nil } }

    /// The values of a member.
    func list(_ name: String) -> [JSON] { if case .list(let values)? = json[name] { values } else { [] } }

    var code: String? { if case .text(let text)? = json["code"] { text } else { nil } }

    /// Expects a problem in its form, with the headers that every answer has.
    func expect(_ code: ProblemCode, _ about: String = "") {
        #expect(status == code.status && self.code == code.rawValue, "\(about): \(status) \(answer.body)")
        #expect(answer["content-type"] == Problem.mediaType, "\(about)")
        #expect(Component.problem.shape.flaws(in: json) == [], "\(about): \(answer.body)")
        HeaderTests.expectAll(in: answer, about)
    }
}

extension WebWorld {
    /// A program with a token of an account, for some actions or all that a program may have.
    func program(of account: AccountID, _ actions: Set<Action>? = nil) async throws -> APIClient {
        let label = try #require(AccountCode("program"))
        let usual = Set(Action.allCases.filter { !Policy.traits(of: $0).needsStepUp && $0 != .manageOwnAccount })
        let now = fixtures.clock.recordClock.now()
        let token = try await fixtures.pool.transaction {
            try await Tokens.make(label, for: account, actions: actions ?? usual, days: 30, at: now, in: $0)
        }
        return APIClient(world: self, credentials: ["Authorization: Bearer \(token.revealed())"])
    }

    /// Somebody to whom every operation of a site is open, with a program.
    func clerk(_ code: String = "clerk", at sites: [String] = ["north"]) async throws -> APIClient {
        let account = try await account(code, .siteManager, at: sites)
        for site in sites {
            for role in Role.allCases where !role.isOfNetwork && role != .siteManager {
                try await WebWorld.grant(role, to: account, at: site, fixtures)
            }
        }
        return try await program(of: account)
    }
}
