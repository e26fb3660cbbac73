import API
import Glibc
import RandomHistories

/// A write as it goes over the wire, again and again, whole or cut off.
struct DrillRequest: Sendable {
    /// How far one sending gets.
    enum Fate: Sendable {
        /// The client sends all and reads the answer.
        case whole
        /// The connection is cut while the request is on its way: so many bytes have left.
        case cutSending(Int)
        /// The request has left, and the connection is cut before anything is read.
        case cutUnheard
        /// The connection is cut in the middle of the answer.
        case cutHearing
    }

    let port: Int
    let bytes: [UInt8]

    init(_ client: APIClient, _ path: String, _ body: String, key: String, match: String?) {
        port = client.world.port
        let head =
            [
                "POST \(OpenAPIDocument.root)\(path) HTTP/1.1", "Host: localhost", "Connection: close",
                "Content-Type: application/json", "Content-Length: \(body.utf8.count)", "Idempotency-Key: \(key)",
            ] + (match.map { ["If-Match: \($0)"] } ?? []) + client.credentials
        bytes = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    /// A fate by chance; half of all are whole.
    func fate(_ chance: inout SplitMix64) -> Fate {
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: .cutSending(Int.random(in: 0..<bytes.count, using: &chance))
        case 1: .cutUnheard
        case 2: .cutHearing
        default: .whole
        }
    }

    /// Sends it once.
    /// - Returns: the answer, when all of it came.
    func send(_ fate: Fate) async throws -> APIReply? {
        let (port, bytes) = (port, bytes)
        return try await RawHTTP.withSocket(to: port) { socket in
            switch fate {
            case .whole:
                try socket.send(bytes)
                return HTTPAnswer(try socket.readToEnd()).map { APIReply($0) }
            case .cutSending(let count):
                try socket.send(Array(bytes.prefix(count)))
                socket.abort()
            case .cutUnheard:
                try socket.send(bytes)
                socket.abort()
            case .cutHearing:
                try socket.send(bytes)
                try socket.readSome(20)
                socket.abort()
            }
            return nil
        }
    }

    /// Sends it as a client that wants to know: while the same request is at work, again.
    func settle() async throws -> APIReply {
        while true {
            guard let reply = try await send(.whole) else { continue }
            if reply.code != ProblemCode.stillRunning.rawValue { return reply }
        }
    }

    /// Sends it several times by chance, some at once and some after others, and settles it at the end.
    /// - Returns: every whole answer, the last of them the one that settled it.
    func interleave(_ chance: inout SplitMix64) async throws -> [APIReply] {
        var replies: [APIReply] = []
        for _ in 0..<Int.random(in: 1...2, using: &chance) {
            let fates = (0..<Int.random(in: 1...3, using: &chance)).map { _ in fate(&chance) }
            replies += try await withThrowingTaskGroup(of: APIReply?.self) { group in
                for fate in fates { group.addTask { try await send(fate) } }
                return try await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
            }
        }
        return replies.filter { $0.code != ProblemCode.stillRunning.rawValue } + [try await settle()]
    }
}
