import Testing

@testable import Web

struct LimitTests {
    /// Limits that a test can reach.
    static let narrow = WebConfiguration(
        port: 0,
        limits: RequestLimits(connections: 20, patience: .milliseconds(300), bodySize: 1_000, headerSize: 1_000))

    @Test func `a client that never ends its head is cut off, and others are served meanwhile`() async throws {
        try await WebWorld.with(Self.narrow) { world in
            async let slow = RawHTTP.exchange(world.port, "GET / HTTP/1.1\r\nHost: local")
            async let silent = RawHTTP.exchange(world.port, "")
            let (other, cut, closed) = (try await world.get("/healthz"), try await slow, try await silent)
            #expect(other.status == 200)
            #expect(cut.isEmpty)
            #expect(closed.isEmpty)
        }
    }

    @Test func `a client that never ends its body is cut off`() async throws {
        try await WebWorld.with(Self.narrow) { world in
            let said = try await RawHTTP.exchange(
                world.port, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nabc")
            #expect(HTTPAnswer(said)?.status == 405)
        }
    }

    @Test func `a connection that is kept and not used is closed`() async throws {
        try await WebWorld.with(Self.narrow) { world in
            let said = try await RawHTTP.exchange(world.port, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(HTTPAnswer(said)?.status == 200)
        }
    }

    @Test func `a body that is announced too large is refused`() async throws {
        try await WebWorld.with(Self.narrow) { world in
            for size in ["1001", "99999999999999999999999"] {
                let said = try await RawHTTP.exchange(
                    world.port, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(size)\r\n\r\n")
                let answer = try #require(HTTPAnswer(said))
                #expect(answer.status == 413 || answer.status == 400)
                HeaderTests.expectAll(in: answer, size)
            }
        }
    }

    /// Nobody is cut off for being slow here: what closes the connection is the size, or the end of the second request.
    @Test(arguments: [(10, true), (11, false)])
    func `a body that grows too large unannounced is cut off`(_ chunks: Int, _ isServed: Bool) async throws {
        var configuration = Self.narrow
        configuration.limits.patience = .seconds(3_600)
        try await WebWorld.with(configuration) { world in
            let chunk = "64\r\n" + String(repeating: "x", count: 100) + "\r\n"
            let said = try await RawHTTP.exchange(
                world.port,
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + String(repeating: chunk, count: chunks) + "0\r\n\r\n"
                    + "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(said.contains("HTTP/1.1 200 OK") == isServed)
            #expect(try await world.get("/healthz").status == 200)
        }
    }

    @Test func `whoever sends too much is told so, and not cut off while sending`() async throws {
        var configuration = Self.narrow
        configuration.limits.patience = .seconds(3_600)
        try await WebWorld.with(configuration) { world in
            let clerk = try await world.clerk()
            let chunk = "2710\r\n" + String(repeating: "x", count: 10_000) + "\r\n"
            let (announced, chunked) = (
                "Content-Length: 2000000\r\n\r\n" + String(repeating: "x", count: 2_000_000),
                "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: chunk, count: 200) + "0\r\n\r\n"
            )
            for body in [announced, chunked] {
                let head =
                    ["POST /api/v1/sites/north/referrals HTTP/1.1", "Host: localhost"]
                    + ["Content-Type: application/json", "Idempotency-Key: a-large-body"] + clerk.credentials
                let said = try await RawHTTP.onThread {
                    let socket = try RawSocket(port: world.port)
                    defer { socket.close() }
                    // All of it leaves before anything is read.
                    try socket.send(head.joined(separator: "\r\n") + "\r\n" + body)
                    return try socket.readToEnd()
                }
                #expect(HTTPAnswer(said)?.status == 413, "\(said)")
            }
        }
    }

    @Test(arguments: ["-2\r\nx", "zz\r\nx", "64\r\nx"])
    func `a body that is none, or that breaks off, is its sender's fault`(_ body: String) async throws {
        try await WebWorld.with { world in
            let clerk = try await world.clerk()
            let head =
                ["POST /api/v1/sites/north/referrals HTTP/1.1", "Host: localhost", "Content-Type: application/json"]
                + ["Idempotency-Key: no-body-at-all", "Transfer-Encoding: chunked"] + clerk.credentials
            _ = try await RawHTTP.onThread {
                let socket = try RawSocket(port: world.port)
                defer { socket.close() }
                try socket.send(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
                socket.finish()
                return try socket.readToEnd()
            }
            // Answered one after the other: by now the first request is in the log.
            #expect(try await world.get("/healthz").status == 200)
            #expect(!world.log.text.contains("\"level\":\"error\""), "\(world.log.text)")
        }
    }

    @Test func `a head that is too large is refused`() async throws {
        try await WebWorld.with(Self.narrow) { world in
            let long = String(repeating: "x", count: 4_000)
            let said = try await RawHTTP.exchange(
                world.port, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: \(long)\r\n\r\n")
            let answer = try #require(HTTPAnswer(said))
            #expect((400..<500).contains(answer.status))
            HeaderTests.expectAll(in: answer, "a long header")
        }
    }
}
