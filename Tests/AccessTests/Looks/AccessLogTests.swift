import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Reporting
import Sites
import Testing

/// The access log as the site's officer reads it and takes it out.
@Suite struct AccessLogTests {
    private static func question(_ change: (inout AccessLogQuestion) -> Void) -> AccessLogQuestion {
        var question = AccessLogQuestion()
        change(&question)
        return question
    }

    @Test func `the officer finds looks by episode, child, account, action, outcome and day`() async throws {
        try await AccessWorld.with { world in
            let (own, foreign) = (try world.family("E-1", of: world.north), try world.family("E-2", of: world.north))
            let therapist = try await world.account(
                "ab-north", [.init(role: .therapist, site: world.north, team: "elm", staff: "ab")]
            ).practice()
            _ = try await therapist.episode(own.ref, at: world.north.code)
            _ = try? await therapist.episode(foreign.ref, at: world.north.code)
            _ = try await world.practice.episode(foreign.ref, at: world.north.code)
            world.fixtures.clock.advance(seconds: 86_400)
            _ = try await therapist.duties(at: world.north.code)
            let officer = try await world.officer()
            let code = try #require(AccountCode("ab-north"))
            let today = FixtureWorld.today
            let person = PersonID(high: own.child.high, low: own.child.low)
            let wanted: [(question: AccessLogQuestion, found: [String])] = [
                (Self.question { $0.subject = .episode(own.ref) }, ["episode.show E-1"]),
                (Self.question { $0.subject = .child(.id(own.child)) }, ["episode.show E-1"]),
                (Self.question { $0.subject = .person(person) }, ["episode.show E-1"]),
                (
                    Self.question {
                        $0.account = code
                        $0.outcome = .refused
                    }, ["episode.show E-2"]
                ),
                (
                    Self.question {
                        $0.account = code
                        $0.action = .showDuties
                    }, ["duties.show "]
                ),
                (
                    Self.question {
                        $0.account = code
                        $0.through = today
                    }, ["episode.show E-1", "episode.show E-2"]
                ),
                (
                    Self.question {
                        $0.account = code
                        $0.from = today.adding(days: 1)
                    }, ["duties.show "]
                ),
            ]
            for (question, found) in wanted {
                let part = try await officer.accessLog(question, at: world.north.code)
                #expect(part.looks.map { "\($0.action) \($0.ref ?? "")" } == found, "\(question)")
                #expect(part.next == nil)
            }
            #expect(try await world.looks(by: "ig-north").count == wanted.count, "reading it is a look itself")
        }
    }

    @Test func `nobody else reads it, and nobody reads another site's`() async throws {
        try await AccessWorld.with { world in
            let officer = try await world.officer()
            await #expect(throws: PracticeFault.self) {
                _ = try await officer.accessLog(AccessLogQuestion(), at: world.south.code)
            }
            let manager = try await world.account("manager", [.init(role: .siteManager, site: world.north)]).practice()
            await #expect(throws: PracticeFault.self) {
                _ = try await manager.accessLog(AccessLogQuestion(), at: world.north.code)
            }
            #expect(try await world.looks(by: "manager") == ["access-log.show own-site site refused"])
        }
    }

    @Test func `a long log is taken out whole, in parts, without the looks that taking it out makes`() async throws {
        try await AccessWorld.with { world in
            try await world.asAdministrator { connection in
                try await connection.execute(
                    """
                    INSERT INTO access.look (site_id, at, actor, way, action, relation, target, outcome)
                    SELECT \(world.north.id.number), '2026-01-01Z', 'operator', 'operator', 'site.show', 'programme',
                        'site', 'allowed'
                    FROM generate_series(1, 2500)
                    """)
            }
            let officer = try await world.officer()
            let question = Self.question { $0.action = .showSite }
            var parts: [Int] = []
            var arrivals: Set<Arrival> = []
            try await officer.exportAccessLog(question, at: world.north.code) { part in
                parts.append(part.looks.count)
                arrivals.formUnion(part.looks.map(\.arrival))
            }
            #expect(parts == [1000, 1000, 500] && arrivals.count == 2500)
            var own = 0
            try await officer.exportAccessLog(AccessLogQuestion(), at: world.north.code) { part in
                own += part.looks.count { $0.action == "access-log.export" }
            }
            #expect(own == 3, "those of the export before, and none of this one")
            let idle = try await world.account("ig-idle", [.init(role: .governance, site: world.north)]).practice()
            await #expect(throws: PracticeFault.self) {
                try await idle.exportAccessLog(AccessLogQuestion(), at: world.north.code) { _ in }
            }
        }
    }

    @Test func `a report of the network is a look, which the network's analyst reads and a site's people do not`()
        async throws
    {
        try await AccessWorld.with { world in
            let analyst = try await world.account("analyst", [.init(role: .networkAnalyst)]).practice()
            let scope = try ReportScope(sites: .all)
            let from = FixtureWorld.today.civilMonth.firstDay
            _ = try await analyst.indicators(of: scope, from: from, through: FixtureWorld.today)
            let manager = try await world.account("manager", [.init(role: .siteManager, site: world.north)]).practice()
            await #expect(throws: PracticeFault.self) {
                _ = try await manager.indicators(of: scope, from: from, through: FixtureWorld.today)
            }
            await #expect(throws: PracticeFault.self) { _ = try await manager.networkLog(AccessLogQuestion()) }
            let told = try await analyst.networkLog(AccessLogQuestion()).looks.map {
                "\($0.actor) \($0.action) \($0.outcome)"
            }
            #expect(
                told == [
                    "analyst report.network allowed", "manager report.network refused",
                    "manager access-log.network refused", "analyst access-log.network allowed",
                ])
            let refused = Self.question {
                $0.outcome = .refused
                $0.from = FixtureWorld.today
            }
            #expect(try await analyst.networkLog(refused).looks.map(\.actor) == ["manager", "manager"])
        }
    }
}
