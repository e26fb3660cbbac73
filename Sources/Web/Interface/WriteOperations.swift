import API
import CivilDate
import HTTPTypes
import Intervention
import Postgres
import Practice

/// What is recorded over the API: each once, however often it is sent.
struct WriteOperations: Sendable {
    func refer(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let written = try await call.practice.referOnce(
            try body.referral(), on: try body.day("on"), as: try keyed(call), at: try call.site())
        return answer(written, call)
    }

    /// Records something in the episode of the path.
    func record(
        _ call: APICall, _ read: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite
    ) async throws -> APIAnswer {
        guard let seen = call.seen else { throw Problem(.matchMissing, "Send the ETag as If-Match.") }
        let body = WriteReading(call: call)
        let written = try await call.practice.recordOnce(
            try read(body), on: try body.day("on"), in: try call.episode(), seen: seen, as: try keyed(call),
            at: try call.site())
        return answer(written, call)
    }

    /// The key with all that was asked: another version that was seen is another request.
    private func keyed(_ call: APICall) throws(Problem) -> KeyedWrite {
        guard let key = call.key else { throw Problem(.keyMissing, "Send an Idempotency-Key.") }
        let place = call.path.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let seen = call.seen.map { "\($0.number)" } ?? "-"
        return KeyedWrite(
            key: key, request: "\(call.operation.id.rawValue) \(place) \(seen) \(call.body.inOrder.line)")
    }

    private func answer(_ written: WrittenOnce, _ call: APICall) -> APIAnswer {
        var answer = APIAnswer([
            "episode": .text("\(written.episode)"), "version": .integer(Int(written.version.number)),
            "made": .text(written.made), "advice": .list(written.advice.map { .text($0) }),
        ]).tagged(written.version.number, for: call)
        if call.operation.id == .recordReferral, let site = call.path["site"],
            case .text(let ref)? = call.body["ref"]
        {
            answer.headers.append((.location, "\(OpenAPIDocument.root)/sites/\(site)/episodes/\(ref)"))
        }
        return answer
    }
}
