import Testing

@testable import Web

struct HeaderTests {
    /// What every answer must have, whatever its status.
    static func expectAll(in answer: HTTPAnswer, isAsset: Bool = false, _ what: String) {
        for (name, value) in SecurityHeaders.all where !(isAsset && name == "Cache-Control") {
            let isScripted = name == "Content-Security-Policy" && answer.body.contains("<script")
            #expect(answer[name] == (isScripted ? SecurityHeaders.policyWithScript : value), "\(what): \(name)")
        }
        #expect((answer["x-request-id"] ?? "").utf8.count >= 8, "\(what)")
    }

    @Test func `the policy lets a page load its style and send its forms, and nothing else`() {
        let policy = SecurityHeaders.all.first { $0.name == "Content-Security-Policy" }?.value
        #expect(
            policy
                == "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    }

    @Test(arguments: [
        ("GET", "/", 200), ("GET", "/healthz", 200), ("GET", "/readyz", 200), ("GET", "/metrics", 200),
        ("HEAD", "/", 200), ("GET", "/nowhere", 404), ("GET", "/?from=yesterday", 400), ("POST", "/", 405),
        ("TRACE", "/", 405), ("HEAD", "/nowhere", 404),
    ])
    func `every status of every route has the headers`(_ method: String, _ path: String, _ status: Int) async throws {
        try await WebWorld.with { world in
            let answer = try await world.get(path, method, headers: ["Content-Length: 0"])
            #expect(answer.status == status)
            Self.expectAll(in: answer, "\(method) \(path)")
        }
    }

    @Test func `so has a file that may be kept`() async throws {
        try await WebWorld.with { world in
            Self.expectAll(in: try await world.get(Assets.stylesheet.path), isAsset: true, "the style sheet")
        }
    }

    @Test func `so has an answer that an error made`() async throws {
        try await WebWorld.with { world in
            try await world.breakReports()
            let answer = try await world.get("/")
            #expect(answer.status >= 500)
            Self.expectAll(in: answer, "an error")
        }
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: \u{1}\r\n\r\n",
    ])
    func `what is no HTTP is refused, with the headers, and the connection closed`(_ text: String) async throws {
        try await WebWorld.with { world in
            let said = try await RawHTTP.exchange(world.port, text)
            let answer = try #require(HTTPAnswer(said), "\(said)")
            #expect(answer.status == 400, "\(text.debugDescription)")
            Self.expectAll(in: answer, text.debugDescription)
        }
    }

    @Test(arguments: ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "localhost@evil.example"])
    func `a name that the service was not given is refused`(_ name: String) async throws {
        try await WebWorld.with { world in
            for path in ["/", "/metrics", "/nowhere"] {
                let answer = try await RawHTTP.ask(world.port, path, host: name)
                #expect(answer.status == 421)
                #expect(answer.body.contains("The service is not known by this name"))
                Self.expectAll(in: answer, name)
            }
        }
    }

    @Test func `the names of this machine and those that were set are answered`() async throws {
        try await WebWorld.with(WebConfiguration(port: 0, names: ["Homeward.example"])) { world in
            for name in [
                "localhost", "LOCALHOST:80", "127.0.0.1:\(world.port)", "[::1]:1", "homeward.example", "localhost.",
            ] {
                let answer = try await RawHTTP.ask(world.port, "/healthz", host: name)
                #expect(answer.status == 200, "\(name)")
            }
        }
    }

    @Test(arguments: [
        ["GET /healthz HTTP/1.1"], ["GET /healthz HTTP/1.1", "Host: localhost", "Host: localhost"],
        ["GET http://localhost/healthz HTTP/1.1", "Host: evil.example"],
        ["GET /healthz HTTP/1.1", "Host: localhost:x"],
    ])
    func `a host that is missing, double, ambiguous or no host is refused`(_ lines: [String]) async throws {
        try await WebWorld.with { world in
            let text = (lines + ["Connection: close"]).joined(separator: "\r\n") + "\r\n\r\n"
            let answer = try #require(HTTPAnswer(try await RawHTTP.exchange(world.port, text)))
            #expect(answer.status == 400 || answer.status == 421)
        }
    }

    @Test func `a reference that was given is kept, and any other replaced`() async throws {
        try await WebWorld.with { world in
            let given = try await world.get("/nowhere", headers: ["X-Request-Id: proxy-1.2_3"])
            #expect(given["x-request-id"] == "proxy-1.2_3")
            #expect(given.body.contains("<strong>proxy-1.2_3</strong>"))
            for wrong in ["short", "<script>alert(1)</script>", "a b c d e f g", String(repeating: "x", count: 65)] {
                let answer = try await world.get("/nowhere", headers: ["X-Request-Id: \(wrong)"])
                let reference = try #require(answer["x-request-id"])
                #expect(reference.count == 16 && reference.allSatisfy(\.isHexDigit))
                #expect(answer.body.contains("<strong>\(reference)</strong>"))
                #expect(!answer.body.contains(wrong))
            }
        }
    }
}
