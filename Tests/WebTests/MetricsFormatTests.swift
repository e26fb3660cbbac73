import EpisodeFixtures
import Foundation
import Testing

@testable import Web

/// The page of metrics as Prometheus's own checker reads it, and what its labels may say.
@Suite struct MetricsFormatTests {
    /// The checker that `scripts/tools` brings, or the one of the machine.
    private static var checker: String {
        let own = ".build/tools/promtool"
        return FileManager.default.isExecutableFile(atPath: own) ? own : "/usr/bin/promtool"
    }

    private static func check(_ page: String) async throws -> ForeignProgram {
        try await ForeignProgram.withFolder { folder in
            let file = folder + "/metrics"
            try Data(page.utf8).write(to: URL(filePath: file))
            return try await ForeignProgram.run(["check", "metrics"], program: checker, input: file)
        }
    }

    @Test func `Prometheus's checker takes the page, and nothing in a label is about anybody`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let family = try await world.family("Ada Invented", episode: "E-1")
            let clerk = try await world.clerk()
            for path in [
                "/sites", "/sites/north/episodes/E-1", "/sites/north/episodes/E-9", "/sites/north/duties",
                "/export/events?site=north",
            ] { _ = try await clerk.get(path) }
            _ = try await clerk.post("/sites/north/episodes/E-1/contacts", "{}", key: "key-00000001", match: "\"1\"")
            let page = try await world.get("/metrics").body
            let run = try await Self.check(page)
            #expect(run.status == 0 && run.said.isEmpty, "\(run.said)")
            #expect(try await Self.check(page + "homeward_ready{ 1\n").status != 0, "what is no metric was taken")
            for secret in ["\(family.child)", "E-1", "E-9", "north", "clerk", "Ada", "t-1"] {
                #expect(!page.contains(secret), "\(secret)")
            }
            #expect(page.contains("route=\"/api/v1/sites/{site}/episodes/{episode}\""))
            // The names of labels, and what each may say: templates, words of the programme and numbers.
            let labels = page.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap(Self.labels)
            let names = Set(labels.map(\.name))
            let known: Set = ["route", "method", "status", "le", "pool", "state", "check", "version", "job", "site"]
            #expect(names.isSubset(of: known), "\(names)")
            for label in labels where label.name != "version" {
                #expect(label.value.firstMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}/) == nil, "\(label)")
            }
        }
    }

    private static func labels(of line: Substring) -> [(name: String, value: String)] {
        line.matches(of: /([a-z_]+)="([^"]*)"/).map { (String($0.1), String($0.2)) }
    }
}
