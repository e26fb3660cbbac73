import Testing

@testable import Web

struct ShutdownTests {
    @Test func `what is being answered is finished, and nothing new is taken`() async throws {
        try await WebWorld.with { world in
            let asking = try await world.holdReports { watcher in
                let asking = Task { try await world.get("/") }
                try await world.untilWaiting(1, asking: watcher)
                await world.beginStop()
                // The port refuses once the shutdown has begun; until then it may still take one.
                while (try? await RawHTTP.ask(world.port, "/healthz")) != nil {}
                return asking
            }
            #expect(try await asking.value.status == 200)
        }
    }

    @Test func `a port that is in use is named`() async throws {
        try await WebWorld.with { world in
            let port = world.port
            await #expect(throws: WebFault.portInUse(host: "127.0.0.1", port: port)) {
                _ = try await WebWorld.with(WebConfiguration(port: port), sites: []) { $0.port }
            }
        }
    }

    @Test func `an address that the machine has not is named`() async throws {
        await #expect(throws: WebFault.noSuchAddress(host: "192.0.2.1")) {
            _ = try await WebWorld.with(WebConfiguration(host: "192.0.2.1", port: 0), sites: []) { $0.port }
        }
    }
}
