import Testing

@testable import Web

struct ShutdownTests {
    @Test func `what is being answered is finished, and nothing new is taken`() async throws {
        try await WebWorld.with { world in
            try await world.holdReports { watcher in
                async let answer = world.get("/")
                try await world.untilWaiting(1, asking: watcher)
                await world.beginStop()
                // The port refuses once the shutdown has begun; until then it may still take one.
                while (try? await RawHTTP.ask(world.port, "/healthz")) != nil {}
                try await watcher.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_locks
                    WHERE granted AND relation = 'reporting.episode_fact'::regclass AND mode = 'AccessExclusiveLock'
                    """)
                #expect(try await answer.status == 200)
            }
        }
    }

    @Test func `a port that is in use is named`() async throws {
        try await WebWorld.with { world in
            await #expect(throws: WebFault.portInUse(host: "127.0.0.1", port: world.port)) {
                try await WebWorld.with(WebConfiguration(port: world.port), sites: []) { _ in }
            }
        }
    }

    @Test func `an address that the machine has not is named`() async throws {
        await #expect(throws: WebFault.noSuchAddress(host: "192.0.2.1")) {
            try await WebWorld.with(WebConfiguration(host: "192.0.2.1", port: 0), sites: []) { _ in }
        }
    }
}
