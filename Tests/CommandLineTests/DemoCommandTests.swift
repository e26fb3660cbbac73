import Foundation
import Glibc
import PrivateCluster
import Testing

struct DemoCommandTests {
    private static let small = ["--sites", "2", "--families", "20", "--months", "12"]

    /// Starts the demonstration in a home, looks at its page, and ends it as Ctrl-C does.
    private func look(_ workplace: Workplace, _ home: String) async throws -> (page: String, said: String) {
        let served = try await Served.start(workplace, command: "demo", Self.small + ["--home", home])
        try await served.untilReady()
        let page = try #require(await served.get("/"))
        #expect(page.status == 200)
        served.child.signal(SIGINT)
        let outcome = try await served.child.outcome()
        #expect(outcome.status == 0)
        #expect(try PrivateCluster(home: HomeFolder(path: home)).status().word == "stopped")
        return (page.body, outcome.err)
    }

    @Test func `the first run makes the network, the second keeps it, and both stop what they started`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            let first = try await look(workplace, home)
            #expect(first.page.contains("Simulated network: no real families"))
            #expect(first.said.contains("3 of 4: a network of 2 invented sites with 20 families over 12 months"))
            #expect(first.said.contains("Everything that was started has stopped."))

            let second = try await look(workplace, home)
            #expect(second.said.contains("3 of 4: the network of the first run (2 sites, 20 families, 12 months to "))
        }
    }

    /// The pages that a role's link leads to, and those that are not there for it.
    private static let ways: [(role: String, open: [String], shut: [String])] = [
        ("therapist", ["/", "/reports", "/emergency"], ["/access-log", "/subject-access"]),
        ("supervisor", ["/", "/emergency"], ["/access-log", "/emergency/review"]),
        ("mst-expert", ["/"], ["/emergency", "/access-log"]),
        ("site-manager", ["/", "/emergency", "/emergency/review"], ["/access-log"]),
        ("interviewer", ["/", "/account"], ["/emergency", "/access-log"]),
        (
            "information-governance-officer", ["/", "/access-log", "/access-log/alerts", "/emergency/review"],
            ["/emergency"]
        ),
        ("network-analyst", ["/", "/network/reports", "/network/editions"], ["/emergency", "/access-log"]),
        ("commissioner", ["/", "/account", "/network/editions"], ["/emergency", "/access-log"]),
        ("administrator", ["/", "/account"], ["/emergency", "/access-log", "/subject-access"]),
    ]

    @Test func `each link signs in once, with the role that it names and no other`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            let served = try await Served.start(workplace, command: "demo", Self.small + ["--home", home])
            try await served.untilReady()
            let said = try String(contentsOfFile: served.child.errors, encoding: .utf8)
            let links = said.matches(of: /([a-z-]+): (\/sign-in\/link\/[A-Za-z0-9_-]+)/).map {
                (role: String($0.1), path: String($0.2))
            }
            #expect(Set(links.map(\.role)) == Set(Self.ways.map(\.role)))
            for (role, path) in links {
                let asked = try #require(await served.get(path))
                let mark = try #require(asked.body.firstMatch(of: /name="mark" value="([^"]+)"/)).1
                let opened = try #require(await served.post(path, "mark=\(mark)", asked.body.setCookies))
                #expect(opened.status == 303, "\(role)")
                let session = opened.body.setCookies
                let account = try #require(await served.get("/account", session))
                #expect(account.status == 200 && account.body.contains(role), "\(role)")
                let ways = try #require(Self.ways.first { $0.role == role })
                for way in ways.open { #expect(await served.get(way, session)?.status == 200, "\(role) \(way)") }
                for way in ways.shut { #expect(await served.get(way, session)?.status == 404, "\(role) \(way)") }
                #expect(await served.get(path)?.status == 404, "\(role): once")
            }
            #expect(try await served.stop().status == 0)
        }
    }

    @Test func `a network that was never finished is made anew`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            _ = try await look(workplace, home)
            let note = try String(contentsOfFile: "\(home)/run/network.json", encoding: .utf8)
            #expect(note.contains(#""state":"made""#))
            // What a run that was killed half-way leaves.
            try note.replacing(#""made""#, with: #""making""#)
                .write(toFile: "\(home)/run/network.json", atomically: false, encoding: .utf8)
            let again = try await look(workplace, home)
            #expect(again.said.contains("the last run was stopped while it made the network: it is made anew"))
            #expect(again.said.contains("families 20, episodes "))
        }
    }

    @Test func `sites that somebody else made in a simulated home are never thrown away`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            try await workplace.demand(["cluster", "start", "--simulated"])
            try await workplace.demand(["migrate"])
            try await workplace.applySite()
            let refused = try await workplace.run(["demo", "--home", home, "--port", "0"] + Self.small)
            #expect(refused.status == 65)
            #expect(refused.err.contains("a simulated network is made once"))
            #expect(try await workplace.demand(["site", "list"]).out.contains("north"))
            try "{}".write(toFile: "\(home)/run/network.json", atomically: false, encoding: .utf8)
            let unread = try await workplace.run(["demo", "--home", home, "--port", "0"] + Self.small)
            #expect(unread.status == 78)
            #expect(unread.err.contains("network.json is not what this program writes"))
        }
    }

    @Test func `two at once in one home: the second is refused and the first goes on`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            let served = try await Served.start(workplace, command: "demo", Self.small + ["--home", home])
            let second = try await workplace.run(["demo", "--home", home, "--port", "0"] + Self.small)
            #expect(second.status == 69)
            #expect(second.err.contains("another demonstration runs in \(home)"))
            try await served.untilReady()
            #expect(try await served.stop().status == 0)
        }
    }

    @Test func `a number that cannot be is refused before anything is made`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            let refused = try await workplace.run(["demo", "--home", home, "--families", "0"])
            #expect(refused.status == 64)
            #expect(try PrivateCluster(home: HomeFolder(path: home)).status().word == "absent")
        }
    }

    @Test func `a home for real families is refused and left as it is`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            try await workplace.demand(["cluster", "start"])
            let refused = try await workplace.run(["demo", "--home", home, "--port", "0"] + Self.small)
            #expect(refused.status == 78)
            #expect(refused.err.contains("\(home) is a home for real families and stays one"))
            #expect(try PrivateCluster(home: HomeFolder(path: home)).status().word == "running")
        }
    }

    @Test func `a cluster that ran before goes on running`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            try await workplace.demand(["cluster", "start", "--simulated"])
            let served = try await Served.start(workplace, command: "demo", Self.small + ["--home", home])
            served.child.signal(SIGTERM)
            let outcome = try await served.child.outcome()
            #expect(outcome.status == 0)
            #expect(outcome.err.contains("The cluster ran before and goes on running."))
            #expect(try PrivateCluster(home: HomeFolder(path: home)).status().word == "running")
        }
    }
}
