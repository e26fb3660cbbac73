import CivilDate
import EpisodeEngine
import Intervention
import MSTCAN
import RandomHistories
import Testing

@Suite struct CorrectionTests {
    /// Closed on 8 July 2026 as event 7, with an interview on 1 June (5) and a contact on 1 July (6).
    private func closed() throws -> Tale {
        var tale = try Tale.inTreatment()
        try tale.tell(.recordInterview(interview(1)), on: "2026-06-01")
        try tale.tell(.recordContact(contact(1)), on: "2026-07-01")
        try tale.tell(.close(Closing(reason: "completed", outcomes: [.atHome: .yes])), on: "2026-07-08")
        return tale
    }

    private func closing(on iso: String) -> Correction<EpisodeCommand>.Replacement {
        .init(StreamSeq(7), with: .close(Closing(reason: "placed")), on: day(iso))
    }

    @Test func `a correction changes the facts and keeps the place in the stream`() throws {
        var tale = try closed()
        try tale.correct(Correction(cause: .entryError, replacements: [closing(on: "2026-07-20")]))
        #expect(tale.history.facts?.closing?.on == day("2026-07-20"))
        #expect(tale.history.facts?.closing?.group == .placed)
        #expect(tale.history.head == StreamSeq(8))
        #expect(tale.history.standing.map(\.seq.number).sorted() == Array(1...7))
    }

    @Test func `a closing moved past later events is refused as a whole with every one named`() throws {
        var tale = try closed()
        let before = tale.history
        let correction = Correction(cause: .entryError, replacements: [closing(on: "2026-05-01")])
        let refusal = #expect(throws: Refusal.self) { try tale.correct(correction) }
        guard case .noLongerFits(let misfits) = refusal else {
            Issue.record("refused for another reason: \(String(describing: refusal))")
            return
        }
        #expect(misfits.map(\.seq) == [StreamSeq(5), StreamSeq(6)])
        #expect(tale.history == before)
    }

    @Test func `the same closing is accepted when the set takes the later events along`() throws {
        var tale = try closed()
        let moved = Correction<EpisodeCommand>.Replacement(
            StreamSeq(5), with: .recordInterview(interview(1)), on: day("2026-04-30")
        )
        try tale.correct(
            Correction(
                cause: .entryError, replacements: [closing(on: "2026-05-01"), moved], withdrawals: [StreamSeq(6)]
            )
        )
        let facts = try #require(tale.history.facts)
        #expect(facts.closing?.on == day("2026-05-01"))
        #expect(facts.contacts.isEmpty)
        #expect(facts.interviews.map(\.on) == [day("2026-04-30")])
    }

    @Test func `withdrawing the closing opens the episode again, reinstating it closes it`() throws {
        var tale = try closed()
        let before = tale.history
        try tale.correct(Correction(cause: .entryError, withdrawals: [StreamSeq(7)]))
        #expect(tale.history.facts?.phase == "treatment")
        let reinstated = Correction<EpisodeCommand>.Replacement(
            StreamSeq(7), with: .close(Closing(reason: "completed", outcomes: [.atHome: .yes])), on: day("2026-07-08")
        )
        try tale.correct(Correction(cause: .entryError, replacements: [reinstated]))
        #expect(tale.history.facts == before.facts)
        #expect(tale.history.standing == before.standing)
    }

    @Test func `the ground of later events cannot be withdrawn`() throws {
        var tale = try closed()
        let refusal = #expect(throws: Refusal.self) {
            try tale.correct(Correction(cause: .entryError, withdrawals: [StreamSeq(2)]))
        }
        #expect(refusal?.code == "no-longer-fits")
        #expect(throws: Refusal.notCorrectable(StreamSeq(1))) {
            try tale.correct(Correction(cause: .entryError, withdrawals: [StreamSeq(1)]))
        }
    }

    @Test func `a correction names events that are there, each once, and of the same kind`() throws {
        var tale = try closed()
        #expect(throws: Refusal.emptyCorrection) { try tale.correct(Correction(cause: .entryError)) }
        #expect(throws: Refusal.unknownEvent(StreamSeq(99))) {
            try tale.correct(Correction(cause: .entryError, withdrawals: [StreamSeq(99)]))
        }
        for seq in [StreamSeq(0), StreamSeq(-1)] {
            #expect(throws: Refusal.unknownEvent(seq)) {
                try tale.correct(Correction(cause: .entryError, withdrawals: [seq]))
            }
        }
        #expect(throws: Refusal.notCorrectable(StreamSeq(7))) {
            try tale.correct(
                Correction(
                    cause: .entryError, replacements: [closing(on: "2026-07-09")], withdrawals: [StreamSeq(7)]
                )
            )
        }
        let other = Correction<EpisodeCommand>.Replacement(
            StreamSeq(7), with: .recordContact(contact(3)), on: day("2026-07-08")
        )
        #expect(throws: Refusal.notCorrectable(StreamSeq(7))) {
            try tale.correct(Correction(cause: .entryError, replacements: [other]))
        }
    }

    @Test func `neither a correction nor what is withdrawn already can be named to withdraw it`() throws {
        var tale = try closed()
        try tale.correct(Correction(cause: .entryError, withdrawals: [StreamSeq(7)]))
        for seq in [StreamSeq(7), StreamSeq(8)] {
            #expect(throws: Refusal.notCorrectable(seq)) {
                try tale.correct(Correction(cause: .entryError, withdrawals: [seq]))
            }
        }
        #expect(throws: Refusal.notCorrectable(StreamSeq(8))) {
            try tale.correct(
                Correction(
                    cause: .entryError,
                    replacements: [.init(StreamSeq(8), with: .recordContact(contact(3)), on: day("2026-07-01"))]
                )
            )
        }
    }

    @Test func `another model does not take over interviews by an instrument it does not have`() throws {
        var waiting = try Tale()
        try waiting.tell(.refer(waiting.referral()), on: "2026-03-01")
        try waiting.tell(.screen(Screening(.accepted)), on: "2026-03-02")
        try waiting.tell(.recordInterview(interview(1)), on: "2026-03-03")
        let can = try Tale(MSTCAN())
        let other = Correction<EpisodeCommand>(
            cause: .entryError,
            replacements: [.init(StreamSeq(1), with: .refer(can.referral()), on: day("2026-03-01"))]
        )
        let misfit = Misfit(
            seq: StreamSeq(3), event: .interviewRecorded, on: day("2026-03-03"), because: .unknownInstrument("tam-r")
        )
        #expect(throws: Refusal.noLongerFits([misfit])) {
            try Engine.decide(other, after: waiting.history, under: can.rules, today: waiting.today)
        }
    }

    @Test func `the model can be corrected until something started`() throws {
        var waiting = try Tale()
        try waiting.tell(.refer(waiting.referral()), on: "2026-03-01")
        let can = try Tale(MSTCAN())
        let other = Correction<EpisodeCommand>(
            cause: .entryError,
            replacements: [.init(StreamSeq(1), with: .refer(can.referral()), on: day("2026-03-01"))]
        )
        let decision = try Engine.decide(other, after: waiting.history, under: can.rules, today: waiting.today)
        waiting.append(decision)
        #expect(waiting.history.facts?.referral.model == "mst-can")
        let started = try closed()
        #expect(throws: Refusal.modelChanged) {
            try Engine.decide(other, after: started.history, under: can.rules, today: started.today)
        }
    }

    @Test(arguments: 0..<100) func `a correction and its inverse give an equal state`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var tale = try closed()
        let before = tale.history
        var correction = Correction<EpisodeCommand>(cause: .entryError)
        var inverse = Correction<EpisodeCommand>(cause: .entryError)
        for recorded in before.standing where recorded.seq != StreamSeq(1) {
            guard recorded.seq == StreamSeq(7) || Bool.random(using: &random) else { continue }
            let command = try #require(recorded.event.asked)
            inverse.replacements.append(.init(recorded.seq, with: command, on: recorded.occurredOn))
            // Nothing stands on an allocation, an interview, a contact or the closing, so that no set is refused.
            if recorded.seq != StreamSeq(2), recorded.seq != StreamSeq(4), Bool.random(using: &random) {
                correction.withdrawals.append(recorded.seq)
            } else {
                let shifted = recorded.occurredOn.adding(days: Int.random(in: 1...2, using: &random))
                correction.replacements.append(.init(recorded.seq, with: command, on: shifted))
            }
        }
        try tale.correct(correction)
        #expect(tale.history.standing != before.standing)
        try tale.correct(inverse)
        #expect(tale.history.facts == before.facts)
        #expect(tale.history.standing == before.standing)
    }
}

extension EpisodeEvent {
    /// The command that would ask for the event again; nil for corrections.
    var asked: EpisodeCommand? {
        switch self {
        case .referred(let referral, _): .refer(referral)
        case .screened(let screening): .screen(screening)
        case .allocated(let allocation): .allocate(allocation)
        case .treatmentStarted: .startTreatment
        case .phaseEntered(let phase, _): .enterPhase(phase)
        case .stepPlanned(let step): .plan(step)
        case .contactRecorded(let contact): .recordContact(contact)
        case .interviewRecorded(let judged): .recordInterview(judged.interview)
        case .closed(let closing, _, _): .close(closing)
        case .followedUp(let followUp, _): .followUp(followUp)
        case .participantJoined(let participant): .join(participant)
        case .participantLeft(let id): .leave(id)
        case .factRecorded(let fact, _, _): .recordFact(fact)
        case .factWithdrawn(let id): .withdrawFact(id)
        case .moduleStarted(let start, _, _): .startModule(start)
        case .moduleFinished(let finish, _): .finishModule(finish)
        case .moduleCountersigned(let signature): .countersign(signature)
        case .moved(let move): .move(move)
        case .corrected: nil
        }
    }
}
