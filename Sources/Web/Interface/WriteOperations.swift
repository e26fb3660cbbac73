import API
import CivilDate
import EpisodeEngine
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
        return try answer(written, call)
    }

    /// Records something in the episode of the path.
    func record(
        _ call: APICall, _ read: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite
    ) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let written = try await call.practice.recordOnce(
            try read(body), on: try body.day("on"), in: try call.episode(), seen: call.seen, as: try keyed(call),
            at: try call.site())
        return try answer(written, call)
    }

    /// Records something of the child of the path.
    func recordChild(_ call: APICall, _ read: WriteReading.OfChild) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let written = try await call.practice.recordOnce(
            try read(body), on: try body.day("on"), of: try call.child(), seen: try call.match(), as: try keyed(call),
            at: try call.site())
        return try answer(written, call)
    }

    /// Records something of the team of the path.
    func recordTeam(_ call: APICall, _ read: WriteReading.OfTeam) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let written = try await call.practice.recordOnce(
            try read(body), on: try body.day("on"), of: try call.ownTeam(), seen: try call.match(),
            as: try keyed(call), at: try call.site())
        return try answer(written, call)
    }

    func correctEpisode(_ call: APICall) async throws -> APIAnswer {
        let wish = try WriteReading(call: call).correction(WriteReading.ofEpisode)
        let written = try await call.practice.correctOnce(
            wish, of: try call.episode(), seen: try call.match(), as: try keyed(call), at: try call.site())
        return try answer(written, call)
    }

    func correctChild(_ call: APICall) async throws -> APIAnswer {
        let wish = try WriteReading(call: call).correction(WriteReading.ofChild)
        let written = try await call.practice.correctOnce(
            wish, of: try call.child(), seen: try call.match(), as: try keyed(call), at: try call.site())
        return try answer(written, call)
    }

    func correctTeam(_ call: APICall) async throws -> APIAnswer {
        let wish = try WriteReading(call: call).correction(WriteReading.ofTeam)
        let written = try await call.practice.correctOnce(
            wish, of: try call.ownTeam(), seen: try call.match(), as: try keyed(call), at: try call.site())
        return try answer(written, call)
    }

    func move(_ call: APICall) async throws -> APIAnswer {
        let (request, shown) = try WriteReading(call: call).move()
        let written = try await call.practice.moveOnce(
            try call.episode(), request, asShown: shown, seen: try call.match(), as: try keyed(call),
            at: try call.site())
        return try answer(written, call)
    }

    /// The key with all that was asked: another version that was seen is another request.
    func keyed(_ call: APICall) throws(Problem) -> KeyedWrite {
        guard let key = call.key else { throw Problem(.keyMissing, "Send an Idempotency-Key.") }
        let place = call.path.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let seen = call.seen.map { "\($0.number)" } ?? "-"
        return KeyedWrite(
            key: key, request: "\(call.operation.id.rawValue) \(place) \(seen) \(call.body.inOrder.line)")
    }

    /// What was recorded, in the form of its stream.
    func answer(_ written: WrittenOnce, _ call: APICall) throws -> APIAnswer {
        guard call.operation.isTagged, let place = written.place else {
            return APIAnswer(["made": .text(written.made), "told": .text(written.told)])
        }
        var answer = APIAnswer(
            .object([
                .init(place.stream.rawValue, .text("\(place.id)")),
                .init("version", .integer(Int(written.version.number))), .init("made", .text(written.made)),
                .init("advice", .list(written.advice.map { .text($0) })),
            ])
        ).tagged(written.version.number)
        if call.operation.id == .recordReferral, let site = call.path["site"],
            case .text(let ref)? = call.body["ref"]
        {
            answer.headers.append((.location, "\(OpenAPIDocument.root)/sites/\(site)/episodes/\(ref)"))
        }
        return answer
    }
}
