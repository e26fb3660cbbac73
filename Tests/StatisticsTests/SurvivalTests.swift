import Statistics
import Testing

@Suite struct SurvivalTests {
    private enum Cause: Hashable, Sendable { case placed, withdrew }

    private static func watched(_ ends: [(Int, Cause?)]) -> [Watched<Cause>] { ends.compactMap { Watched($0.0, $0.1) } }

    @Test func `a median that is not reached is none, and so is its upper limit`() {
        let curve = SurvivalCurve(Self.watched([(3, .placed), (5, nil), (8, nil), (9, nil)]))
        #expect(curve.median == nil)
        #expect(curve.medianLimits.high == nil)
    }

    @Test func `an event and the end of watching on one day: the event comes first`() {
        let curve = SurvivalCurve(Self.watched([(4, nil), (4, .placed), (9, nil)]))
        #expect(curve.steps.map(\.atRisk) == [3])
        #expect(abs(curve.share(at: 4) - 2.0 / 3) < 1e-15)
    }

    @Test func `what happens on day 0 counts`() {
        let curve = SurvivalCurve(Self.watched([(0, .placed), (2, nil)]))
        #expect(curve.share(at: 0) == 0.5)
    }

    @Test func `nobody watched gives no step`() {
        #expect(SurvivalCurve([Watched<Cause>]()).steps.isEmpty)
        #expect(LogRank([Watched<Cause>](), []).chiSquare == nil)
    }

    @Test func `where it happened to all the curve ends at 0 without limits`() throws {
        let last = try #require(SurvivalCurve(Self.watched([(1, .placed), (2, .withdrew)])).steps.last)
        #expect(last.share == 0)
        #expect(last.limits == nil)
        #expect(last.error == 0)
    }

    @Test func `causes and none of them make 1 at every step`() {
        var cases: [Watched<Cause>] = []
        for number in 0..<500 {
            let time = (number * 37 + number * number) % 90
            cases += [Watched(time, [Cause.placed, .withdrew, nil][number % 3])].compactMap(\.self)
        }
        for step in CumulativeIncidence(cases).steps {
            #expect(abs(step.shares.values.reduce(step.share, +) - 1) < 1e-12)
        }
    }
}
