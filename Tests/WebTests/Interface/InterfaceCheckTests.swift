import InterfaceCheck
import Testing

@testable import Web

/// The check that an integrator runs, against an installation that does not hold what it promises.
@Suite struct InterfaceCheckTests {
    @Test func `what is broken is named, and the rest is tried all the same`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            let check = try InterfaceCheck(address: world.address, token: clerk.token)
            let sound = try await check.run()
            #expect(sound.filter { $0.outcome == .fails } == [])
            let known = sound.first { $0.what == "showEpisode: what is known is not sent again" }
            #expect(known?.outcome == .holds)
            try await world.breakReports()
            let broken = try await check.run().filter { $0.outcome == .fails }
            #expect(broken.map(\.what).contains("runSiteReport"))
            let facts = broken.first { $0.what == "exportFacts" }
            #expect(facts?.detail.contains("the answer broke off") ?? true, "\(facts?.detail ?? "")")
            #expect(!broken.map(\.what).contains("showEpisode"))
        }
    }

    @Test func `an address that is none of a service is refused`() throws {
        for address in ["", "homeward.example", "ftp://homeward.example", "http://homeward.example/api"] {
            #expect(throws: InterfaceCheckFault.address) { try InterfaceCheck(address: address, token: "x") }
        }
    }
}
