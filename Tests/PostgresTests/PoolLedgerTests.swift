import Testing

@testable import Postgres

struct PoolLedgerTests {
    private typealias Ledger = PoolLedger<Int, String>

    private func text(_ grant: Ledger.Grant) -> String {
        switch grant {
        case .resource(let number): "connection \(number)"
        case .place: "place"
        case .nothing: "nothing"
        case .closed: "closed"
        }
    }

    @Test func `places are given until the pool is full`() {
        var ledger = Ledger(size: 2)
        #expect(text(ledger.ask()) == "place")
        #expect(text(ledger.ask()) == "place")
        #expect(text(ledger.ask()) == "nothing")
        #expect(ledger.lentCount == 2)
    }

    @Test func `what comes back goes to the first who waits`() {
        var ledger = Ledger(size: 1)
        _ = ledger.ask()
        let (first, second) = (ledger.draw(), ledger.draw())
        // The second to come begins to wait before the first does.
        #expect(ledger.wait(second, "second")?.waiter == nil)
        #expect(ledger.wait(first, "first")?.waiter == nil)
        let serving = ledger.giveBack(7).serving
        #expect(serving?.waiter == "first")
        #expect(serving.map { text($0.grant) } == "connection 7")
        #expect(ledger.giveBack(7).serving?.waiter == "second")
    }

    @Test func `nobody overtakes those who wait`() {
        var ledger = Ledger(size: 1)
        _ = ledger.ask()
        #expect(ledger.wait(ledger.draw(), "first")?.waiter == nil)
        _ = ledger.draw()
        #expect(text(ledger.ask()) == "nothing")
    }

    @Test func `a place that becomes free goes to the first who waits`() {
        var ledger = Ledger(size: 1)
        _ = ledger.ask()
        _ = ledger.wait(ledger.draw(), "first")
        let serving = ledger.giveUp()
        #expect(serving?.waiter == "first")
        #expect(serving.map { text($0.grant) } == "place")
        #expect(ledger.lentCount == 1)
    }

    @Test func `who leaves is not served`() {
        var ledger = Ledger(size: 1)
        _ = ledger.ask()
        let ticket = ledger.draw()
        _ = ledger.wait(ticket, "first")
        _ = ledger.wait(ledger.draw(), "second")
        #expect(ledger.leave(ticket) == "first")
        #expect(ledger.leave(ticket) == nil)
        #expect(ledger.giveBack(1).serving?.waiter == "second")
    }

    @Test func `a closed pool gives nothing and keeps nothing`() {
        var ledger = Ledger(size: 2)
        _ = ledger.ask()
        _ = ledger.ask()
        _ = ledger.giveBack(1)
        let (waiters, idle) = ledger.close()
        #expect(waiters.isEmpty && idle == [1])
        #expect(text(ledger.ask()) == "closed")
        #expect(ledger.wait(ledger.draw(), "late").map { text($0.grant) } == "closed")
        #expect(ledger.giveBack(2).surplus == 2)
        #expect(ledger.lentCount == 0)
    }

    @Test func `in any order of events nobody is forgotten and no connection is lent twice`() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let size = Int.random(in: 1...4, using: &dice)
            var ledger = Ledger(size: size)
            var held: Set<Int> = []
            var made = 0
            var served: [Int] = []
            var waiting = 0
            func take(_ grant: Ledger.Grant) {
                switch grant {
                case .resource(let number): #expect(held.insert(number).inserted)
                case .place:
                    made += 1
                    held.insert(made)
                case .nothing, .closed: break
                }
            }
            for step in 0..<200 {
                if Bool.random(using: &dice) {
                    let ticket = ledger.draw()
                    let grant = ledger.ask()
                    take(grant)
                    if case .nothing = grant {
                        waiting += 1
                        #expect(ledger.wait(ticket, "\(step)")?.waiter == nil)
                    }
                } else if let number = held.randomElement(using: &dice) {
                    held.remove(number)
                    let serving =
                        Int.random(in: 0..<5, using: &dice) == 0 ? ledger.giveUp() : ledger.giveBack(number).serving
                    if let serving {
                        served.append(Int(serving.waiter) ?? -1)
                        take(serving.grant)
                    }
                }
                #expect(held.count == ledger.lentCount && held.count <= size)
                #expect(ledger.waitingCount == waiting - served.count)
                #expect(ledger.waitingCount == 0 || held.count == size)
            }
            #expect(served == served.sorted())
        }
    }
}
