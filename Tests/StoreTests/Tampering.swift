import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import RandomHistories
import Vault

@testable import EpisodeStore

/// Random acts against the record, each with the event that a check must name first.
struct Tampering {
    /// What is done, and where it shows.
    struct Plan {
        let name: String
        let statements: [Statement]
        var forgery: ((Transaction) async throws -> Void)?
        let firstBad: EventAddress
    }

    /// The kinds of acts.
    enum Act: String, CaseIterable, Sendable {
        case redateOccurred, redateRecorded, changeKind, changeVersion, changeAuthor, changeOnBehalf, changeModel
        case changeModelVersion, changeSettings, changeHash, changePreviousHash
        case addKey, removeKey, changeValue, swapPayload
        case deleteMiddle, deleteTail, deleteStream, cutTailAndHead
        case insertCopy, insertForged, forgeTail, forgeTailAndHead, forgeStream
        case swapEvents, rehash, moveHead, changeHeadHash, changeHeadStamp, deleteHead
    }

    let site: FixtureSite
    let victims: [Victim]
    var only: Act?

    func plan(using random: inout SplitMix64) throws -> Plan {
        while true {
            guard let act = only ?? Act.allCases.randomElement(using: &random),
                let victim = victims.randomElement(using: &random)
            else { throw FixtureFault.missing("a victim") }
            if let plan = plan(act, on: victim, using: &random) { return plan }
        }
    }

    private func address(_ victim: Victim, _ seq: Int64) -> EventAddress {
        EventAddress(site: site.id, stream: victim.stream, id: victim.id, seq: StreamSeq(seq))
    }

    private func plan(_ act: Act, on victim: Victim, using random: inout SplitMix64) -> Plan? {
        let isLast = victim.seq == victim.length
        let bad: Int64
        var statements: [Statement] = []
        var forgery: ((Transaction) async throws -> Void)?
        switch act {
        case .deleteMiddle:
            guard !isLast else { return nil }
            (statements, bad) = ([delete(victim, from: victim.seq, through: victim.seq)], victim.seq)
        case .deleteTail:
            (statements, bad) = ([delete(victim, from: victim.seq, through: victim.length)], victim.seq)
        case .deleteStream: (statements, bad) = ([delete(victim, from: 1, through: victim.length)], 1)
        case .cutTailAndHead:
            guard victim.length > 1, victim.seq > 1 else { return nil }
            statements = [delete(victim, from: victim.seq, through: victim.length), headToLastEvent(victim)]
            bad = victim.seq - 1
        case .insertCopy:
            statements = shift(victim, from: victim.seq) + [copy(victim, from: victim.seq + 1, to: victim.seq)]
            // The copy stands where the event stood and is the same: the event itself is now one too many.
            bad = victim.seq + 1
        case .insertForged:
            guard !isLast else { return nil }
            statements = shift(victim, from: victim.seq + 1)
            forgery = { try await forge(after: victim, seq: victim.seq, in: $0) }
            bad = victim.seq + 2
        case .forgeTail:
            forgery = { try await forge(after: victim, seq: victim.length, in: $0) }
            bad = victim.length + 1
        case .forgeTailAndHead:
            forgery = {
                try await forge(after: victim, seq: victim.length, in: $0)
                try await $0.execute(headToLastEvent(victim))
            }
            bad = victim.length + 1
        case .forgeStream:
            let id = UUIDBytes(high: random.next() >> 1, low: random.next())
            forgery = { try await forgeStream(like: victim, id: id, in: $0) }
            return Plan(
                name: "\(act)", statements: [], forgery: forgery,
                firstBad: EventAddress(site: site.id, stream: victim.stream, id: id, seq: StreamSeq(1))
            )
        case .swapEvents:
            guard victim.length > 1 else { return nil }
            let other = Int64.random(in: 1...victim.length, using: &random)
            guard other != victim.seq else { return nil }
            (statements, bad) = (swap(victim, with: other), min(victim.seq, other))
        case .swapPayload:
            let others = victims.filter { $0.kind == victim.kind && $0.payload != victim.payload }
            guard let other = others.randomElement(using: &random) else { return nil }
            (statements, bad) = ([setPayload(victim, other.payload)], victim.seq)
        case .rehash:
            statements = [redate(victim)]
            forgery = { try await rehash(victim, in: $0) }
            // The changed event now agrees with its own hash: what follows no longer does, or else the head.
            bad = isLast ? victim.seq : victim.seq + 1
        case .moveHead, .changeHeadHash, .changeHeadStamp, .deleteHead:
            return headPlan(act, victim)
        default:
            guard let statement = change(act, victim, using: &random) else { return nil }
            (statements, bad) = ([statement], victim.seq)
        }
        return Plan(name: "\(act)", statements: statements, forgery: forgery, firstBad: address(victim, bad))
    }

    private func headPlan(_ act: Act, _ victim: Victim) -> Plan? {
        switch act {
        case .moveHead:
            guard victim.length > 1 else { return nil }
            let name = "\(act)"
            return Plan(name: name, statements: [headBack(victim)], firstBad: address(victim, victim.length))
        case .deleteHead:
            return Plan(name: "\(act)", statements: [deleteHead(victim)], firstBad: address(victim, 1))
        default:
            let statement = act == .changeHeadHash ? changeHeadHash(victim) : changeHeadStamp(victim)
            return Plan(name: "\(act)", statements: [statement], firstBad: address(victim, victim.length))
        }
    }
}
