import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

/// A family whose younger child is in MST-CAN, while the older, a sibling there, has an episode of MST-PSB of its own.
@Suite struct TwoChildrenStoryTests {
    /// The family, and who is who in the younger child's episode.
    private struct Family {
        let can: ToldEpisode
        let psb: ToldEpisode
        let older: ChildID
        let carer = ParticipantID.fresh()
        let brother = ParticipantID.fresh()
        let plan = FactID.fresh()
    }

    private func with(_ body: (StoryWorld, Family) async throws -> Void) async throws {
        try await StoryWorld.with { world in
            let younger = try await world.child("C-8", on: "2025-01-06")
            let older = try await world.child("C-15", on: "2025-01-06")
            let family = Family(
                can: try await ToldEpisode(
                    "CAN-1", of: younger, to: "mst-can", born: "2016-09", on: "2025-01-06", in: world),
                psb: try await ToldEpisode(
                    "PSB-1", of: older, to: "mst-psb", born: "2009-06", on: "2025-02-10", in: world),
                older: older
            )
            try await family.can.tell([
                ("2025-01-08", .screen(Screening(.accepted))),
                ("2025-01-13", .startTreatment),
                ("2025-01-13", .join(Participant(id: family.carer, role: .carer))),
                ("2025-01-13", .join(Participant(id: family.brother, role: .sibling, child: older))),
                ("2025-01-13", .new("protection-status", .index, ["status": .choice("on-plan")])),
                ("2025-01-15", .new("safety-plan", .family, ["text": try await world.text()], id: family.plan)),
            ])
            try await family.psb.tell([
                ("2025-02-12", .screen(Screening(.accepted))), ("2025-02-17", .startTreatment),
            ])
            try await body(world, family)
        }
    }

    private func review(_ family: Family) -> EpisodeCommand {
        .new("safety-review", .family, ["plan": .link(family.plan), "result": .choice("stands")])
    }

    @Test func `each child has clocks, duties and follow-ups of its own episode`() async throws {
        try await with { world, family in
            let (can, psb) = (family.can, family.psb)
            try await can.tell([("2025-01-22", review(family)), ("2025-01-29", review(family))])
            try await can.tell([("2025-07-28", .close(Closing(reason: "completed", outcomes: [.atHome: .yes])))])
            try await psb.tell([("2025-09-15", .close(Closing(reason: "placed", outcomes: [.atHome: .no])))])
            #expect(try await can.clock() == ["treatment 2025-01-13 2025-07-28"])
            #expect(try await psb.clock() == ["treatment 2025-02-17 2025-09-15"])
            #expect(
                try await can.owed("adherence-interview", by: "2025-01-20") == [
                    "2025-01-20 open", "2025-02-17 upcoming",
                ])
            #expect(
                try await psb.owed("adherence-interview", by: "2025-02-24") == [
                    "2025-02-24 open", "2025-03-24 upcoming",
                ])
            #expect(try await can.owed("safety-plan", by: "2025-02-05") == ["2025-01-16 met"])
            #expect(
                try await can.owed("safety-review", by: "2025-02-05") == [
                    "2025-01-22 met", "2025-01-29 met", "2025-02-05 open",
                ])
            #expect(try await psb.owed("safety-plan", by: "2025-02-20") == [])
            #expect(try await can.owed("follow-up", by: "2026-01-28").first == "2026-01-28 open")
            #expect(try await psb.owed("follow-up", by: "2026-01-28").first == "2026-03-15 upcoming")
        }
    }

    @Test func `modules attach to a person, and child protection to each child`() async throws {
        try await with { world, family in
            let can = family.can
            let run = ModuleRunID.fresh()
            try await can.tell([
                (
                    "2025-02-03",
                    .new(
                        "screen", .participant(family.carer),
                        [
                            "of": .choice("anger"), "stage": .choice("first"), "result": .choice("present"),
                        ])
                ),
                ("2025-02-10", .startModule(ModuleStart(run: run, module: "anger", about: .participant(family.carer)))),
                ("2025-03-03", .new("protection-status", .participant(family.brother), ["status": .choice("on-plan")])),
                ("2025-06-02", .new("protection-status", .index, ["status": .choice("stepped-to-cin")])),
            ])
            let start = ModuleStart(run: .fresh(), module: "anger", about: .participant(family.brother))
            #expect(try await can.refusal(of: .startModule(start), on: "2025-02-10") == "module-not-for")
            let facts = try await can.facts()
            #expect(facts.moduleRuns.map(\.about) == [.participant(family.carer)])
            #expect(facts.moduleRuns.first?.unmet == [])
            let states = facts.trackerSpells.filter { $0.tracker == "protection" }
            #expect(
                states.map { "\($0.from) \($0.state)" } == [
                    "2025-01-13 on-plan", "2025-03-03 on-plan", "2025-06-02 stepped-to-cin",
                ])
        }
    }

    @Test func `the older child's placement is counted once, whichever episode is asked`() async throws {
        try await with { world, family in
            try await world.place(family.older, in: .foster, from: "2025-04-01", until: "2025-05-01")
            try await world.place(family.older, in: .childrensHome, from: "2025-07-01")
            let all = try await world.daysOutOfHome()
            #expect(all == (children: 2, days: 30 + 184))
            #expect(try await world.daysOutOfHome(of: "mst-can") == (children: 1, days: 0))
            #expect(try await world.daysOutOfHome(of: "mst-psb") == (children: 1, days: 30 + 184))
        }
    }

    @Test func `outcomes and re-abuse are the family's, children at home are each child's`() async throws {
        try await with { world, family in
            let (can, psb) = (family.can, family.psb)
            try await can.tell([
                (
                    "2025-04-15",
                    .new(
                        "concern", .participant(family.brother),
                        [
                            "level": .choice("section-47"), "category": .choice("physical"),
                        ])
                ),
                (
                    "2025-05-06",
                    .new(
                        "concern", .index,
                        [
                            "level": .choice("referral"), "category": .choice("neglect"),
                        ])
                ),
                ("2025-06-30", .new("protection-status", .index, ["status": .choice("ended")])),
                ("2025-07-28", .close(Closing(reason: "completed", outcomes: [.atHome: .yes]))),
                ("2025-07-28", .new("child-at-end", .index, ["at-home": .answer(.yes)])),
                ("2025-07-28", .new("child-at-end", .participant(family.brother), ["at-home": .answer(.no)])),
                // What reaches social care after the closing is no longer of the time of treatment.
                (
                    "2025-08-20",
                    .new(
                        "concern", .index,
                        [
                            "level": .choice("substantiated"), "category": .choice("neglect"),
                        ])
                ),
            ])
            try await psb.tell([("2025-09-15", .close(Closing(reason: "placed", outcomes: [.atHome: .no])))])
            let measures = try await world.measures(of: "mst-can")
            #expect(measures["reabuse_reported"] == "1/1")
            #expect(measures["reabuse_investigated"] == "1/1")
            #expect(measures["reabuse_substantiated"] == "0/1")
            #expect(measures["protection_plan_ended"] == "1/1")
            #expect(measures["children_at_home"] == "1/2")
            #expect(try await world.closures().filter { $0.value > 0 } == ["mst-can": 1, "mst-psb": 1])
        }
    }

    @Test func `nobody comes back after a lapse without a negative test that came later`() async throws {
        try await with { world, family in
            let (can, carer) = (family.can, FactSubject.participant(family.carer))
            let by = try #require(StaffCode("s-1"))
            let (early, positive, negative) = (FactID.fresh(), FactID.fresh(), FactID.fresh())
            func test(_ result: ChoiceCode, _ id: FactID) -> EpisodeCommand {
                .new("drug-test", carer, ["substance": .choice("cannabis"), "result": .choice(result)], id: id)
            }
            func clearance(by test: FactID) -> EpisodeCommand {
                .new("clearance", carer, ["test": .link(test), "by": .staff(by)])
            }
            let module = EpisodeCommand.startModule(
                ModuleStart(run: .fresh(), module: "substance-use", about: carer, override: GateOverride(.crisis)))
            #expect(try await can.refusal(of: module, on: "2025-02-03") == "gate-closed")
            try await can.tell([
                ("2025-02-03", .new("relapse-agreement", carer, ["text": try await world.text()])),
                ("2025-02-03", module),
                ("2025-02-24", test("negative", early)),
                ("2025-03-03", test("positive", positive)),
                (
                    "2025-03-03",
                    .new(
                        "lapse", carer,
                        [
                            "known-by": .choice("test"), "test": .link(positive), "substance": .choice("cannabis"),
                        ])
                ),
            ])
            #expect(try await can.refusal(of: .new("return-home", carer), on: "2025-03-04") == "tracker-forbids")
            try await can.tell([("2025-03-04", .new("left-home", carer))])
            #expect(try await can.refusal(of: clearance(by: early), on: "2025-03-10") == "guard-unmet")
            try await can.tell([
                ("2025-03-10", test("negative", negative)), ("2025-03-11", clearance(by: negative)),
                ("2025-03-12", .new("return-home", carer)),
            ])
            let states = try await can.facts().trackerSpells.filter { $0.tracker == "relapse" }
            #expect(
                states.map { "\($0.from) \($0.state)" } == [
                    "2025-03-03 lapse", "2025-03-04 out-of-home", "2025-03-11 cleared", "2025-03-12 sober",
                ])
            let inLapse = try await can.alerts(on: "2025-03-03")
            let after = try await can.alerts(on: "2025-03-12")
            #expect(inLapse.contains(.state("lapse", of: "relapse")))
            #expect(!after.contains(.state("out-of-home", of: "relapse")))
        }
    }
}

extension EpisodeCommand {
    fileprivate static func new(
        _ kind: FactKind, _ about: FactSubject = .family, _ fields: [FieldKey: FactValue] = [:], id: FactID = .fresh()
    ) -> EpisodeCommand {
        RecordedFact.new(kind, about, fields, id: id)
    }
}
