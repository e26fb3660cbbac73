import CivilDate
import Intervention
import Testing

@testable import DeclaredModel

/// What the two variants that are built in owe and restrict, on worked days.
@Suite struct VariantTests {
    private let start = CivilDate(dayNumber: 20_458)

    private func course(_ facts: [(RecordedFact, day: Int)], of model: DeclaredModel) -> EpisodeFacts {
        let referral = Referral(
            child: ChildID(high: 0, low: 1), ref: nil, model: model.id, team: TeamID(high: 0, low: 2))
        var episode = EpisodeFacts(referral: referral, on: start)
        episode.startedOn = start
        episode.spells = [PhaseSpell(phase: "treatment", from: start)]
        episode.facts = facts.map { fact, day in
            let extent = model.facts.first { $0.kind == fact.kind }?.extent ?? .point
            return DatedFact(fact, extent, from: start.adding(days: day), phase: "treatment")
        }
        return episode
    }

    private func fact(
        _ kind: FactKind, _ number: UInt64, about: FactSubject = .family, _ fields: [FieldKey: FactValue] = [:]
    ) -> RecordedFact {
        RecordedFact(id: FactID(high: 0, low: number), kind: kind, about: about, fields: fields)
    }

    private func owed(
        _ kind: ObligationKind, _ episode: EpisodeFacts, _ model: DeclaredModel, on day: Int
    ) throws -> [Obligation] {
        let settings = try ModelSettings(of: model, version: SettingsVersion(1))
        return model.obligations(of: episode, with: settings, through: start.adding(days: day))
            .filter { $0.kind == kind }
    }

    @Test func `missing children, calls of the police and breaches are counted, each figure with its source`() throws {
        func counts(_ name: String) throws -> [MeasureKey: MeasureCount] {
            let file = try #require(DeclaredFile.embedded.first { $0.name == name })
            let measures = try DeclaredModel.read(file.bytes).measures
            #expect(measures.allSatisfy { $0.source.contains("uk.md") || $0.source.contains("brief") })
            return Dictionary(uniqueKeysWithValues: measures.map { ($0.key, $0.counts) })
        }
        let exploitation = try counts("mst-e.yaml")
        #expect(exploitation["went_missing"] == .happened("missing-episode", []))
        #expect(exploitation["found_by_police"] == .happened("found-by-police", []))
        #expect(
            exploitation["found_call_taken"] == .happened("found-by-police", [FieldTest("on-call", in: ["yes"])]))
        #expect(exploitation["new_exploitation_indicator"] == .happened("exploitation-indicator", []))
        #expect(exploitation["no_known_exploitation_12"] == .followUp("no_known_exploitation", .twelve))
        let behaviour = try counts("mst-psb.yaml")
        #expect(behaviour["safety_plan_breached"] == .happened("victim-safety-breach", []))
        #expect(behaviour["no_new_sexual_offences_12"] == .followUp("no_new_sexual_offences", .twelve))
    }

    @Test func `a call from the police is followed by a contact within a day`() throws {
        let model = try Specimen().read()
        let call = fact("found-by-police", 1, about: .index, ["on-call": .answer(.yes)])
        let open = course([(call, 20)], of: model)
        let due = try owed("found-contact", open, model, on: 20)
        #expect(due.map(\.dueOn) == [start.adding(days: 21)])
        let contact = fact("found-contact", 2, about: .index, ["call": .link(call.id), "how": .choice("visit")])
        let met = try owed("found-contact", course([(call, 20), (contact, 21)], of: model), model, on: 25)
        #expect(met.map(\.standing) == [.met(on: start.adding(days: 21))])
    }

    @Test func `a return-home interview counts once it is offered, not when it is only noted`() throws {
        let model = try Specimen().read()
        let end = fact("missing-ended", 1, about: .index, ["how": .choice("came-back")])
        func interview(_ offered: Answer) -> RecordedFact {
            fact("return-home-interview", 2, about: .index, ["end": .link(end.id), "offered": .answer(offered)])
        }
        let refused = try owed(
            "return-home-interview", course([(end, 5), (interview(.no), 6)], of: model), model, on: 7)
        #expect(refused.map(\.dueOn) == [start.adding(days: 8)])
        #expect(refused.first?.standing != .met(on: start.adding(days: 6)))
        let offered = try owed(
            "return-home-interview", course([(end, 5), (interview(.yes), 6)], of: model), model, on: 7)
        #expect(offered.map(\.standing) == [.met(on: start.adding(days: 6))])
    }

    @Test func `a victim in the household restricts who sees the episode while it holds`() throws {
        let model = try Specimen("mst-psb.yaml").read()
        var episode = course([(fact("victim-in-household", 1), 10)], of: model)
        #expect(!model.restricts(episode, on: start.adding(days: 9)))
        #expect(model.restricts(episode, on: start.adding(days: 10)))
        episode.facts[0].until = start.adding(days: 40)
        #expect(!model.restricts(episode, on: start.adding(days: 40)))
        #expect(!(try Specimen().read().restricts(episode, on: start.adding(days: 20))))
    }

    @Test func `clarification waits for the safety plan, the letter, the victim and the carers`() throws {
        let model = try Specimen("mst-psb.yaml").read()
        let module = try #require(model.modules.first { $0.key == "clarification" })
        let settings = try ModelSettings(of: model, version: SettingsVersion(1))
        func unmet(_ facts: [(RecordedFact, day: Int)], inForce: Bool) -> [String] {
            var episode = course(facts, of: model)
            if inForce {
                episode.trackerSpells = [
                    TrackerSpell(
                        "victim-safety", about: .family, in: "in-force", from: start, by: FactID(high: 0, low: 9))
                ]
            }
            let context = ConditionContext(
                episode, about: .index, settings: settings, trackers: model.trackers, on: start.adding(days: 30))
            return module.gates.filter { !$0.condition.holds(in: context) }.map(\.key.text)
        }
        #expect(unmet([], inForce: false) == ["safety-plan", "letter-approved", "victim-ready"])
        let letter = fact("clarification-letter", 1, about: .index, ["approved": .answer(.yes)])
        let ready = fact("victim-readiness", 2, ["ready": .answer(.yes)])
        #expect(unmet([(letter, 3), (ready, 4)], inForce: true) == [])
        let carer = FactSubject.participant(ParticipantID(high: 0, low: 7))
        let denial = fact("carer-denial", 3, about: carer, ["degree": .choice("full")])
        #expect(unmet([(letter, 3), (ready, 4), (denial, 5)], inForce: true) == ["no-denial"])
        #expect(module.gates.allSatisfy { $0.strength == .soft })
    }
}
