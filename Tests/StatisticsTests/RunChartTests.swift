import Statistics
import Testing

@Suite struct RunChartTests {
    @Test func `screening drops the ranges beyond their own limit and says which`() throws {
        let values: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
        #expect(try #require(RunChart(values, screening: true)).screened == [4, 5])
        #expect(try #require(RunChart(values)).screened.isEmpty)
        #expect(try #require(RunChart(values)).signals.map(\.rule) == [.outside])
    }

    @Test func `seven rising are a trend, six and a tie are not`() throws {
        func rules(_ values: [Double]) throws -> [RunSignal] {
            try #require(RunChart(values)).signals.filter { $0.rule == .trend }
        }
        #expect(try rules([9, 1, 2, 3, 4, 5, 6, 7, 3]).map(\.points) == [[1, 2, 3, 4, 5, 6, 7]])
        #expect(try rules([9, 1, 2, 3, 4, 5, 6, 3]).isEmpty)
        #expect(try rules([1, 2, 3, 3, 4, 5, 6, 7]).isEmpty)
        #expect(try rules([9, 8, 7, 6, 5, 4, 3, 5]).map(\.isHigh) == [false])
    }

    @Test func `seven on one side of the mean are a shift`() throws {
        let chart = try #require(RunChart([5, 5, 5, 5, 5, 5, 5, 1, 2, 1]))
        #expect(chart.signals.filter { $0.rule == .shift }.map(\.points) == [[0, 1, 2, 3, 4, 5, 6]])
    }

    @Test func `two of three beyond the near limit mark the far ones only`() throws {
        let quiet: [Double] = [5, 5.2, 5, 5.2, 5, 5.2, 5, 5.2, 5, 5.2, 5, 5.2, 5, 5.2]
        let chart = try #require(RunChart(quiet + [5.7, 5.25, 5.7, 5, 5.2, 5]))
        #expect(chart.signals.filter { $0.rule == .nearLimit }.map(\.points) == [[14, 16]])
    }

    @Test func `a target outside the limits is met or missed, and between them both by turns`() throws {
        let chart = try #require(RunChart([10, 11, 10, 11, 10, 11]))
        #expect(RunTarget(2, of: chart, isHighGood: true) == .met)
        #expect(RunTarget(2, of: chart, isHighGood: false) == .missed)
        #expect(RunTarget(30, of: chart, isHighGood: true) == .missed)
        #expect(RunTarget(10.5, of: chart, isHighGood: true) == .hitAndMiss)
    }

    @Test func `one figure is no run, and eleven are a trial`() throws {
        #expect(RunChart([1]) == nil)
        #expect(try #require(RunChart(Array(repeating: 1, count: 11))).isTrial)
        #expect(try !#require(RunChart(Array(repeating: 1, count: 12))).isTrial)
    }

    @Test func `a change of exactly the least is reliable`() throws {
        let change = try #require(ReliableChange(deviation: 7.3, reliability: 0.79))
        #expect(change.verdict(from: 20, to: 20 - change.least, isHighGood: false) == .improved)
        #expect(change.verdict(from: 20, to: 20.5, isHighGood: false) == .unchanged)
        #expect(change.verdict(from: 20, to: 40, isHighGood: false) == .deteriorated)
        #expect(ReliableChange(deviation: 0, reliability: 0.5) == nil)
    }

    @Test func `what cannot be known is refused`() {
        #expect(KnownOfAll(yes: 3, known: 2, all: 9) == nil)
        #expect(CumulativeSum(oddsRatio: 1) == nil)
        #expect(PoissonBinomial([1.2]) == nil)
    }
}
