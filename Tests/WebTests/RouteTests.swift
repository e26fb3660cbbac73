import Testing

@testable import Web

struct RouteTests {
    @Test func `the process says that it lives`() async throws {
        try await WebWorld.with { world in
            let answer = try await world.get("/healthz")
            #expect(answer.status == 200)
            #expect(answer.body == "ok\n")
        }
    }

    @Test func `the service says that it is ready, check by check`() async throws {
        try await WebWorld.with { world in
            let answer = try await world.get("/readyz")
            #expect(answer.status == 200)
            #expect(answer["content-type"] == "application/json")
            #expect(
                answer.body
                    == "{\"ready\": true, \"checks\": {\"database\": true, \"migrations\": true, \"shapes\": true}}\n")
        }
    }

    @Test func `the style sheet has a name of its content and may be kept for ever`() async throws {
        try await WebWorld.with { world in
            let page = try await world.get("/")
            let path = Assets.stylesheet.path
            #expect(page.body.contains("<link rel=\"stylesheet\" href=\"\(path)\">"))
            let style = try await world.get(path)
            #expect(style.status == 200)
            #expect(style["content-type"] == "text/css; charset=utf-8")
            #expect(style["cache-control"] == "public, max-age=31536000, immutable")
            #expect(Array(style.body.utf8) == Assets.stylesheet.bytes)
            #expect(Assets.digest(of: [1]) != Assets.digest(of: [2]))
            #expect(try await world.get("/assets/site-0000000000000000.css").status == 404)
            #expect(try await world.get("/assets/../Package.swift").status == 404)
        }
    }

    @Test(arguments: ["/", "/healthz", "/readyz", "/metrics", "/nowhere", "/?site=nowhere"])
    func `a HEAD has the head of the GET and nothing more`(_ path: String) async throws {
        try await WebWorld.with { world in
            let (get, head) = (try await world.get(path), try await world.get(path, "HEAD"))
            #expect(head.status == get.status)
            #expect(head.body.isEmpty)
            #expect(head["content-type"] == get["content-type"])
            // The metrics of the second request differ from those of the first.
            if path != "/metrics" { #expect(head["content-length"] == get["content-length"]) }
        }
    }

    @Test(arguments: ["/nowhere", "/healthz/x", "/assets", "/..%2f..%2fetc%2fpasswd", "/%00", "/index.html"])
    func `what is not there is a page that says so`(_ path: String) async throws {
        try await WebWorld.with { world in
            let answer = try await world.get(path)
            #expect(answer.status == 404)
            #expect(answer.body.contains("<h1>Page not found</h1>"))
            #expect(!answer.body.contains("passwd"))
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
    func `a method that reads nothing is refused with those that do`(_ method: String) async throws {
        try await WebWorld.with { world in
            for path in ["/", "/healthz", Assets.stylesheet.path] {
                let answer = try await world.get(path, method, headers: ["Content-Length: 0"])
                #expect(answer.status == 405)
                #expect(answer["allow"] == "GET, HEAD")
            }
            #expect(try await world.get("/nowhere", method, headers: ["Content-Length: 0"]).status == 404)
        }
    }

    @Test func `a hundred at once are all answered`() async throws {
        try await WebWorld.with { world in
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<100 {
                    group.addTask { try await world.get(["/", "/healthz", "/readyz", "/metrics"][number % 4]).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == [Int](repeating: 200, count: 100))
            let metrics = try await world.get("/metrics").body
            #expect(metrics.contains("homeward_http_requests_total{route=\"/\",method=\"GET\",status=\"200\"} 25\n"))
            #expect(metrics.contains("homeward_http_requests_in_flight 1\n"))
        }
    }
}
