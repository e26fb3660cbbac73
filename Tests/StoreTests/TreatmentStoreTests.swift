import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import InventedModel
import Postgres
import Testing

@Suite struct TreatmentStoreTests {
    private func withTreatment(
        _ body: (FixtureWorld, FixtureSite, EpisodeID) async throws -> Void
    ) async throws {
        try await FixtureWorld.with(models: [InventedModel(version: 1), InventedModel(version: 2)]) { world in
            let site = try await world.site()
            let id = try await world.treatment(at: site)
            try await body(world, site, id)
        }
    }

    private func texts(_ statement: Statement, _ world: FixtureWorld, _ site: FixtureSite) async throws -> [String] {
        try await world.transaction(in: site, access: .readOnly) { transaction in
            try await transaction.query(statement).column(0, as: String.self)
        }
    }

    private func move(
        _ id: EpisodeID, to version: Int32, settings: Int32 = 1, on site: FixtureSite, _ world: FixtureWorld
    ) async throws {
        let settings = SettingsVersion(settings)
        let rules = try world.rules("invented", version: ModelVersion(version), settings: settings)
        let move = ModelMove(to: ModelVersion(version), settings: settings, because: .newModelVersion)
        let entry = Engine.Entry(EpisodeCommand.move(move), on: FixtureWorld.today)
        try await world.transaction(in: site) { transaction in
            try await world.store.append(
                [.record([entry], to: id, in: EpisodeStream.self) { _ in rules }], site: site.id,
                by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
    }

    @Test func `every table says what the events say, by role and code`() async throws {
        try await withTreatment { world, site, _ in
            let participants = try await texts(
                "SELECT role || (to_day IS NOT NULL) || (child_id IS NOT NULL) FROM record.participant ORDER BY 1",
                world, site
            )
            #expect(participants == ["carerfalsefalse", "siblingtruetrue"])
            let facts = try await texts(
                "SELECT concat_ws(' ', kind, role, codes) FROM record.model_fact ORDER BY from_day", world, site
            )
            #expect(
                facts == [
                    "safety-plan family {}", #"drug-use carer {"admitted": "unknown"}"#,
                    #"drug-test carer {"level": "0", "taken": "2025-12-12", "result": "negative"}"#,
                    "clearance carer {}",
                ]
            )
            let states = try await texts(
                "SELECT tracker || ' ' || state || ' ' || (to_day IS NULL) FROM record.tracker_state ORDER BY from_day",
                world, site
            )
            #expect(states == ["relapse lapse false", "relapse cleared true"])
            let runs = try await texts(
                """
                SELECT concat_ws(' ', module, role, ending, unmet::text, because, signed_by) FROM record.module_run
                ORDER BY from_day
                """, world, site
            )
            #expect(runs == ["safety family completed {}", "trauma carer {no-lapse} crisis S1"])
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test func `a correction that takes the test from under a clearance is refused, naming the clearance`() async throws
    {
        try await withTreatment { world, site, id in
            let standing = try #require(try await world.load(id, of: site)).history.standing
            let test = try #require(standing.first { $0.event.fact?.kind == "drug-test" })
            let clearance = try #require(standing.first { $0.event.fact?.kind == "clearance" })
            let refusal = await #expect(throws: Refusal.self) {
                try await world.correct(
                    Correction(cause: .entryError, withdrawals: [test.seq]), of: id, on: site, model: "invented",
                    version: ModelVersion(1)
                )
            }
            guard case .noLongerFits(let misfits)? = refusal else {
                Issue.record("another refusal: \(String(describing: refusal))")
                return
            }
            #expect(misfits.map(\.seq) == [clearance.seq])
            #expect(misfits.first?.because == .brokenLink("clearance", "test"))
            let known = try await texts("SELECT count(*)::text FROM record.model_fact", world, site)
            #expect(known == ["4"])
        }
    }

    @Test func `a moved episode is pinned to where it moved, in its row and in what reports know`() async throws {
        try await withTreatment { world, site, id in
            try await move(id, to: 2, settings: 3, on: site, world)
            let moved = ModelEnvelope(
                model: "invented", version: ModelVersion(2), settings: SettingsVersion(3)
            )
            let state = try #require(try await world.load(id, of: site))
            #expect(state.trail.pin == moved)
            #expect(state.history.facts?.settingsDay == FixtureWorld.today)
            let pins: Statement = """
                SELECT model_version || ' ' || settings_version FROM record.episode
                UNION ALL
                SELECT model_version || ' ' || settings_version FROM reporting.episode_fact WHERE known_to = 'infinity'
                """
            #expect(try await texts(pins, world, site) == ["2 3", "2 3"])
            #expect(try await world.verify(site).faults == [])
            _ = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(try await world.load(id, of: site)?.trail.pin == moved)
            let contact = EpisodeCommand.recordContact(Contact(id: .fresh(), mode: .meeting, party: .school))
            let fault = await #expect(throws: StoreFault.self) {
                try await world.append(
                    contact, on: FixtureWorld.today, to: id, of: site, model: "invented", version: ModelVersion(1))
            }
            let left = ModelEnvelope(model: "invented", version: ModelVersion(1), settings: SettingsVersion(1))
            #expect(fault?.code == .notPinned(left))
        }
    }

    @Test func `an episode goes on under the first version after a second is there`() async throws {
        try await withTreatment { world, site, id in
            let incident = EpisodeCommand.recordFact(RecordedFact(id: .fresh(), kind: "incident"))
            try await world.append(
                incident, on: FixtureWorld.today, to: id, of: site, model: "invented", version: ModelVersion(1))
            let refusal = await #expect(throws: Refusal.self) { try await move(id, to: 2, on: site, world) }
            guard case .noLongerFits(let misfits)? = refusal else {
                Issue.record("another refusal: \(String(describing: refusal))")
                return
            }
            #expect(misfits.map(\.because) == [.unknownFact("incident")])
            #expect(try await world.load(id, of: site)?.trail.pin?.version == ModelVersion(1))
        }
    }
}

extension EpisodeEvent {
    fileprivate var fact: RecordedFact? {
        guard case .factRecorded(let fact, _, _) = self else { return nil }
        return fact
    }
}
