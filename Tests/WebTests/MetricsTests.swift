import Testing

@testable import Web

struct MetricsTests {
    @Test func `the page keeps the rules of the format`() async throws {
        try await WebWorld.with { world in
            for path in ["/", "/healthz", "/readyz", "/nowhere", "/?site=x", "/metrics"] {
                _ = try await world.get(path)
            }
            _ = try await world.get("/", "POST", headers: ["Content-Length: 0"])
            let answer = try await world.get("/metrics")
            #expect(answer["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let page = try MetricsReader(answer.body)
            #expect(page.faults == [])
            for name in [
                "homeward_http_requests_total", "homeward_http_request_duration_seconds",
                "homeward_http_requests_in_flight", "homeward_pool_connections", "homeward_pool_waiting",
                "homeward_pool_statements_total",
                "homeward_ready", "homeward_check_passed", "process_start_time_seconds",
                "process_resident_memory_bytes", "process_open_fds", "process_cpu_seconds_total", "homeward_build_info",
            ] { #expect(page.types[name] != nil, "\(name)") }
            #expect(page.values["homeward_ready"] == 1)
            #expect(page.values["homeward_http_requests_total{route=\"/\",method=\"GET\",status=\"400\"}"] == 1)
            #expect(page.values["homeward_http_requests_total{route=\"/\",method=\"POST\",status=\"405\"}"] == nil)
            #expect(page.values["homeward_http_requests_total{route=\"none\",method=\"POST\",status=\"405\"}"] == 1)
            #expect((page.values["process_resident_memory_bytes"] ?? 0) > 1_000_000)
            #expect((page.values["process_start_time_seconds"] ?? 0) > 1_700_000_000)
        }
    }

    @Test func `neither metrics nor log hold anything of a path, a query or a header`() async throws {
        try await WebWorld.with { world in
            let secrets = ["canary-path", "canary-query", "canary-header", "canary-site"]
            _ = try await world.get("/canary-path?x=canary-query", headers: ["X-Name: canary-header"])
            _ = try await world.get("/?site=canary-site&from=canary-query")
            _ = try await world.get("/", "CANARY-METHOD", headers: ["Content-Length: 0"])
            _ = try await RawHTTP.ask(world.port, "/", host: "canary-header.example")
            let metrics = try await world.get("/metrics").body
            for secret in secrets + ["CANARY", "north"] {
                #expect(!metrics.contains(secret))
                #expect(!world.log.text.contains(secret))
            }
            #expect(metrics.contains("method=\"GET\",status=\"421\""))
        }
    }

    @Test func `of the headers the log holds a reference that fits, and nothing of one that does not`() async throws {
        try await WebWorld.with { world in
            _ = try await world.get("/healthz", headers: ["X-Request-Id: proxy-1.2_3"])
            _ = try await world.get("/healthz", headers: ["X-Request-Id: canary of a name"])
            #expect(world.log.text.contains("reference=proxy-1.2_3"))
            #expect(!world.log.text.contains("canary"))
        }
    }

    @Test func `an error leaves a line in the log under the reference that its page says`() async throws {
        try await WebWorld.with { world in
            try await world.breakReports()
            let answer = try await world.get("/?site=north")
            #expect(answer.status == 503)
            #expect(answer["retry-after"] == "5")
            let reference = try #require(answer["x-request-id"])
            #expect(answer.body.contains("<strong>\(reference)</strong>"))
            let line = try #require(world.log.text.split(separator: "\n").first { $0.hasPrefix("error ") })
            #expect(line.contains("reference=\(reference)"))
            #expect(line.contains("closed_on"))
            for word in [
                "closed_on", "postgres", "Postgres", "SQL", "reporting", "column", "Fault", "homeward migrate",
            ] {
                #expect(!answer.body.contains(word), "\(word)")
            }
        }
    }

    @Test func `durations fall into the class of their bound`() {
        var histogram = DurationHistogram()
        for milliseconds in [0, 5, 6, 10_000, 10_001] { histogram.add(.milliseconds(milliseconds)) }
        #expect(histogram.counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
        #expect(histogram.total == 5)
        #expect(MetricsText.seconds(.microseconds(1_000_042)) == "1.000042")
    }
}
