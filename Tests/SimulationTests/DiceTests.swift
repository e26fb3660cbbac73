import Intervention
import Testing

@testable import Simulation

struct DiceTests {
    @Test func `the numbers are those of splitmix64 on every machine`() {
        // By another implementation: the first number of the state 1 is the state that a seed of 1 begins with.
        var dice = Dice(seed: 1)
        let first = (0..<3).map { _ in dice.next() }
        #expect(first == [0x5E41_AB08_7439_611E, 0xF18D_6CE9_3D6C_F1EE, 0x0B95_F66D_327E_8D78])
    }

    @Test func `the same path gives the same numbers, another path others`() {
        var (one, same, other) = (Dice(seed: 7, 3, 1), Dice(seed: 7, 3, 1), Dice(seed: 7, 1, 3))
        let numbers = (0..<100).map { _ in one.next() }
        #expect(numbers == (0..<100).map { _ in same.next() })
        #expect(Set(numbers).isDisjoint(with: (0..<100).map { _ in other.next() }))
    }

    @Test func `whole numbers reach both ends, each as often as another`() {
        var dice = Dice(seed: 2)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[dice.whole(-3...3) + 3] += 1 }
        // Five standard deviations of a binomial with n = 70,000 and p = 1/7 are 463.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 463 }, "\(counts)")
    }

    @Test func `the bell has mean 0 and spread 1`() {
        var dice = Dice(seed: 3)
        let numbers = (0..<50_000).map { _ in dice.bell() }
        let mean = numbers.reduce(0, +) / 50_000
        let square = numbers.reduce(0) { $0 + $1 * $1 } / 50_000
        #expect(abs(mean) < 5 / 50_000.0.squareRoot())
        #expect(abs(square - 1) < 0.04)
    }

    @Test func `weights are kept`() {
        var dice = Dice(seed: 4)
        let weights = Weights<Character>(("a", 1), ("b", 0), ("c", 3))
        let picked = (0..<40_000).map { _ in dice.pick(weights) }
        #expect(!picked.contains("b"))
        #expect(abs(picked.count { $0 == "a" } - 10_000) < 5 * 87)
    }

    @Test func `ids look like random UUIDs`() {
        var dice = Dice(seed: 5)
        let ids: [ChildID] = (0..<1000).map { _ in dice.id() }
        #expect(Set(ids).count == 1000)
        for id in ids {
            let text = Array(id.description)
            #expect(text[14] == "4" && "89ab".contains(text[19]), "\(id)")
        }
    }

    @Test func `sites differ from each other, evenly around 0`() {
        for seed in [UInt64(1), 99] {
            for trait in UInt64(0)...4 {
                let spread = Spread(seed: seed, trait: trait)
                let values = (1...24).map { spread.value(of: $0) }
                #expect(values.allSatisfy { (-1...1).contains($0) })
                #expect(abs(values.reduce(0, +) / 24) < 0.13, "seed \(seed), trait \(trait)")
            }
        }
    }
}
