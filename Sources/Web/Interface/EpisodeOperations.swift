import API
import Accounts
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Practice

/// Episodes: one, and a page of them.
struct EpisodeOperations: Sendable {
    private static let usualPage = 100

    let signIn: SignIn

    func show(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.episode(try call.episode(), at: try call.site())
        return APIAnswer(sheet.recordJSON).tagged(sheet.version.number)
    }

    func list(_ call: APICall) async throws -> APIAnswer {
        let site = try call.site()
        let cursors = Cursors(signIn: signIn, call: call)
        var question = CaseloadQuestion(atMost: call.query["limit"].flatMap { Int($0) } ?? Self.usualPage)
        question.team = call.team
        question.therapist = call.query["therapist"].flatMap { StaffCode($0) }
        question.isOpen = call.query["state"] == "open"
        if let cursor = call.query["cursor"] { question.last = try cursors.id(of: cursor) }
        let part = try await call.practice.caseload(question, at: site)
        var answer = APIAnswer(["episodes": .list(part.episodes.map { $0.json(part.teams) })])
        if let last = part.last, let link = HTTPField.Name("Link") {
            answer.headers.append((link, "<\(cursors.address(after: last))>; rel=\"next\""))
        }
        return answer
    }
}

/// Where a page ended, as it is given out: an id with a keyed hash over it, the account and what is listed. Nobody makes
/// one, and none is good for another list.
struct Cursors {
    let signIn: SignIn
    let call: APICall

    /// The page after an id.
    func address(after last: EpisodeID) -> String {
        let plain = call.query.filter { $0.key != "cursor" }.sorted { $0.key < $1.key }
        let items = (plain + [("cursor", text(of: last))]).map { "\($0.0)=\($0.1)" }
        let path = call.operation.route.replacing("{site}", with: call.path["site"] ?? "")
        return path + "?" + items.joined(separator: "&")
    }

    private func text(of id: EpisodeID) -> String { "\(id)".replacing("-", with: "") + mark(of: id) }

    func id(of text: String) throws(Problem) -> EpisodeID {
        let digits = Array(text.prefix(32))
        let wrong = Problem(.wrongCursor, "Take the cursor from the link of the page before, with the same parameters.")
        guard text.utf8.count == 96, digits.count == 32 else { throw wrong }
        let parts = [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20..<32]]
        guard let id = EpisodeID(uuid: parts.map { String($0) }.joined(separator: "-")), self.text(of: id) == text
        else {
            throw wrong
        }
        return id
    }

    private func mark(of id: EpisodeID) -> String {
        let asked = call.query.filter { !["cursor", "limit"].contains($0.key) }.sorted { $0.key < $1.key }
        let list = asked.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        return signIn.mark(
            of: "cursor \(call.operation.id.rawValue) \(call.seat.account) \(call.path["site"] ?? "") \(list) \(id)")
    }
}
