import CivilDate
import EpisodeEngine
import Intervention
import Testing

@Suite struct ChildStreamTests {
    private typealias Entry = Engine.Entry<ChildCommand>

    private func registered() throws -> History<ChildStream> {
        try after([Entry(.register(ChildRef("C-1")), on: day("2026-03-01"))], History())
    }

    private func after(_ entries: [Entry], _ history: History<ChildStream>) throws(Refusal) -> History<ChildStream> {
        let decisions = try Engine.decide(entries, after: history, under: NoRules(), today: day("2026-12-31"))
        return decisions.reduce(into: history) { history, decision in
            history.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
        }
    }

    private func spell(_ number: UInt64, _ from: String, _ until: String?) -> [Entry] {
        let id = PlacementID(high: 7, low: number)
        let start = Entry(.startPlacement(Placement(id: id, setting: .foster)), on: day(from))
        return [start] + (until.map { [Entry(.endPlacement(PlacementEnd(of: id)), on: day($0))] } ?? [])
    }

    @Test func `a child is registered first and once`() throws {
        #expect(throws: Refusal.notBegun) { try after(spell(1, "2026-01-01", nil), History()) }
        let history = try registered()
        #expect(throws: Refusal.alreadyBegun) {
            try after([Entry(.register(nil), on: day("2026-03-02"))], history)
        }
    }

    @Test func `a spell may lie before the registration and is entered with its end`() throws {
        var history = try after(spell(2, "2026-05-01", nil), registered())
        history = try after(spell(1, "2024-06-01", "2026-05-01"), history)
        let spells = try #require(history.facts?.placements)
        #expect(spells.map(\.startedOn) == [day("2024-06-01"), day("2026-05-01")])
        #expect(spells.map(\.endedOn) == [day("2026-05-01"), nil])
    }

    @Test func `spells of a child do not overlap`() throws {
        let history = try after(spell(1, "2026-03-01", "2026-05-01"), registered())
        #expect(throws: Refusal.overlaps(startedOn: day("2026-03-01"))) {
            try after(spell(2, "2026-04-30", nil), history)
        }
    }

    @Test func `a spell that would swallow a later one is refused with the later one named`() throws {
        let history = try after(spell(1, "2026-03-01", "2026-05-01"), registered())
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(
                    seq: StreamSeq(2), event: .placementStarted, on: day("2026-03-01"),
                    because: .overlaps(startedOn: day("2026-02-01"))
                ),
                Misfit(
                    seq: StreamSeq(3), event: .placementEnded, on: day("2026-05-01"), because: .unknownPlacement
                ),
            ])
        ) { try after(spell(2, "2026-02-01", "2026-06-01"), history) }
    }

    @Test func `a spell ends once and after it began`() throws {
        let history = try after(spell(1, "2026-03-01", "2026-05-01"), registered())
        let end = ChildCommand.endPlacement(PlacementEnd(of: PlacementID(high: 7, low: 1)))
        #expect(throws: Refusal.recordedAlready(.placementEnded)) {
            try after([Entry(end, on: day("2026-06-01"))], history)
        }
        let open = try after(spell(2, "2026-06-01", nil), history)
        let sameDay = ChildCommand.endPlacement(PlacementEnd(of: PlacementID(high: 7, low: 2)))
        for iso in ["2026-05-31", "2026-06-01"] {
            #expect(throws: Refusal.unknownPlacement) { try after([Entry(sameDay, on: day(iso))], open) }
        }
        #expect(throws: Never.self) { try after([Entry(sameDay, on: day("2026-06-02"))], open) }
    }

    private func provision(
        _ number: UInt64, _ kind: ProvisionKind, _ from: String, _ until: String?
    ) -> [Entry] {
        let id = ProvisionID(high: 8, low: number)
        let start = Entry(.startProvision(Provision(id: id, kind: kind)), on: day(from))
        return [start] + (until.map { [Entry(.endProvision(id), on: day($0))] } ?? [])
    }

    @Test func `provision of two kinds may overlap, and beside a placement, but not that of one kind`() throws {
        var history = try after(provision(1, .childInNeed, "2024-03-01", "2026-05-01"), registered())
        history = try after(provision(2, .childProtection, "2026-01-01", nil), history)
        history = try after(spell(1, "2026-02-01", nil), history)
        let spells = try #require(history.facts?.provision)
        #expect(spells.map(\.provision.kind) == [.childInNeed, .childProtection])
        #expect(spells.map(\.endedOn) == [day("2026-05-01"), nil])
        #expect(throws: Refusal.overlaps(startedOn: day("2024-03-01"))) {
            try after(provision(3, .childInNeed, "2026-04-30", nil), history)
        }
        #expect(throws: Refusal.overlaps(startedOn: day("2026-01-01"))) {
            try after(provision(3, .childProtection, "2026-06-01", nil), history)
        }
        #expect(throws: Never.self) { try after(provision(3, .childInNeed, "2026-05-01", nil), history) }
    }

    @Test func `provision begins once, and ends once and after it began`() throws {
        let history = try after(provision(1, .lookedAfter, "2026-03-01", "2026-05-01"), registered())
        #expect(throws: Refusal.recordedAlready(.provisionStarted)) {
            try after(provision(1, .childInNeed, "2026-06-01", nil), history)
        }
        let end = ChildCommand.endProvision(ProvisionID(high: 8, low: 1))
        #expect(throws: Refusal.recordedAlready(.provisionEnded)) {
            try after([Entry(end, on: day("2026-06-01"))], history)
        }
        #expect(throws: Refusal.unknownProvision) {
            try after([Entry(.endProvision(ProvisionID(high: 8, low: 9)), on: day("2026-06-01"))], history)
        }
        let open = try after(provision(2, .lookedAfter, "2026-06-01", nil), history)
        let other = ChildCommand.endProvision(ProvisionID(high: 8, low: 2))
        for iso in ["2026-05-31", "2026-06-01"] {
            #expect(throws: Refusal.unknownProvision) { try after([Entry(other, on: day(iso))], open) }
        }
        #expect(throws: Never.self) { try after([Entry(other, on: day("2026-06-02"))], open) }
    }

    @Test func `provision that was never given is withdrawn with its end, and not without`() throws {
        let history = try after(provision(1, .lookedAfter, "2026-03-01", "2026-05-01"), registered())
        let half = Correction<ChildCommand>(cause: .entryError, withdrawals: [StreamSeq(2)])
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(
                    seq: StreamSeq(3), event: .provisionEnded, on: day("2026-05-01"), because: .unknownProvision
                )
            ])
        ) { try Engine.decide(half, after: history, under: NoRules(), today: day("2026-12-31")) }
        let whole = Correction<ChildCommand>(cause: .entryError, withdrawals: [StreamSeq(2), StreamSeq(3)])
        let decision = try Engine.decide(whole, after: history, under: NoRules(), today: day("2026-12-31"))
        var corrected = history
        corrected.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
        #expect(corrected.facts?.provision == [])
    }

    @Test func `households and school follow one another`() throws {
        let household = try #require(HouseholdRef("H1"))
        let history = try after(
            [
                Entry(.joinHousehold(household), on: day("2026-03-01")),
                Entry(.recordSchoolStatus(.excluded), on: day("2026-03-01")),
                Entry(.recordSchoolStatus(.attending), on: day("2026-06-01")),
                Entry(.leaveHousehold, on: day("2026-07-01")),
            ], registered()
        )
        let facts = try #require(history.facts)
        #expect(facts.household == nil)
        #expect(facts.households.map(\.household) == [household, nil])
        #expect(facts.schooling.map(\.status) == [.excluded, .attending])
    }

    @Test func `a child dies once, nothing begins after it, and what had begun is ended`() throws {
        let open = try after(spell(1, "2026-03-01", nil), registered())
        let dead = try after([Entry(.recordDeath(Death()), on: day("2026-05-01"))], open)
        #expect(dead.facts?.death == DatedDeath(on: day("2026-05-01"), death: Death()))
        #expect(throws: Refusal.recordedAlready(.childDied)) {
            try after([Entry(.recordDeath(Death()), on: day("2026-05-02"))], dead)
        }
        #expect(throws: Refusal.afterDeath(on: day("2026-05-01"))) {
            try after(provision(1, .lookedAfter, "2026-05-02", nil), dead)
        }
        #expect(throws: Never.self) { try after(provision(1, .lookedAfter, "2026-05-01", nil), dead) }
        let end = ChildCommand.endPlacement(PlacementEnd(of: PlacementID(high: 7, low: 1)))
        #expect(throws: Never.self) { try after([Entry(end, on: day("2026-05-03"))], dead) }
    }

    @Test func `a death before what is on record names what would no longer fit, unless its day is a guess`() throws {
        let history = try after(spell(1, "2026-03-01", nil), registered())
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(
                    seq: StreamSeq(2), event: .placementStarted, on: day("2026-03-01"),
                    because: .afterDeath(on: day("2026-02-28")))
            ])
        ) { try after([Entry(.recordDeath(Death()), on: day("2026-02-28"))], history) }
        let guess = Entry(.recordDeath(Death(dayIsEstimated: true)), on: day("2026-02-28"))
        #expect(try after([guess], history).facts?.death?.death.dayIsEstimated == true)
    }

    @Test func `a death is corrected to another day, and withdrawn`() throws {
        var history = try after([Entry(.recordDeath(Death()), on: day("2026-05-01"))], registered())
        for correction in [
            Correction<ChildCommand>(
                cause: .entryError,
                replacements: [.init(StreamSeq(2), with: .recordDeath(Death()), on: day("2026-04-01"))]),
            Correction<ChildCommand>(cause: .entryError, withdrawals: [StreamSeq(2)]),
        ] {
            let decision = try Engine.decide(correction, after: history, under: NoRules(), today: day("2026-12-31"))
            history.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
            #expect(history.facts?.death?.on == (correction.withdrawals.isEmpty ? day("2026-04-01") : nil))
        }
    }

    @Test func `a team opens once, and its day can be corrected`() throws {
        let opening = TeamCommand.open(TeamOpening(code: try #require(TeamCode("north")), model: "mst"))
        var history = History<TeamStream>()
        let decision = try Engine.decide(
            opening, on: day("2024-01-01"), after: history, under: NoRules(), today: day("2026-12-31")
        )
        history.apply(Recorded(seq: StreamSeq(1), occurredOn: decision.occurredOn, event: decision.event))
        #expect(throws: Refusal.alreadyBegun) {
            try Engine.decide(
                opening, on: day("2025-01-01"), after: history, under: NoRules(), today: day("2026-12-31"))
        }
        let correction = Correction<TeamCommand>(
            cause: .entryError, replacements: [.init(StreamSeq(1), with: opening, on: day("2023-09-01"))]
        )
        let corrected = try Engine.decide(correction, after: history, under: NoRules(), today: day("2026-12-31"))
        history.apply(Recorded(seq: StreamSeq(2), occurredOn: corrected.occurredOn, event: corrected.event))
        #expect(history.facts?.openedOn == day("2023-09-01"))
    }
}
