import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

/// The aims and averages that are published for standard MST (`clinical.md` 6, `published.md` P1).
@Suite struct PublishedTargetsTests {
    struct Published: Sendable, CustomTestStringConvertible {
        let indicator: Indicator
        let symbol: String?
        let values: [ParameterValue]
        /// In ten-thousandths.
        let network: Int?

        var testDescription: String { indicator.rawValue }

        static func share(_ indicator: Indicator, _ symbol: String, percent: Int64, network: Int) -> Published {
            Published(
                indicator: indicator, symbol: symbol, values: [.billionths(percent * 10_000_000)], network: network
            )
        }
    }

    static let table: [Published] = [
        .share(.atHome, ">=", percent: 90, network: 9050),
        .share(.inSchoolOrWork, ">=", percent: 90, network: 8560),
        .share(.noNewArrests, ">=", percent: 90, network: 8640),
        .share(.meanAdherence, ">=", percent: 61, network: 7600),
        .share(.adherentFamilies, ">=", percent: 80, network: 7630),
        Published(indicator: .interviewedFamilies, symbol: nil, values: [], network: nil),
        .share(.completed, ">=", percent: 85, network: 8780),
        .share(.lackOfEngagement, "<", percent: 5, network: 440),
        .share(.placed, "<", percent: 10, network: 780),
        Published(indicator: .lengthOfStay, symbol: "between", values: [.whole(100), .whole(140)], network: 1_284_000),
        Published(indicator: .referralAcceptance, symbol: nil, values: [], network: nil),
    ]

    @Test(arguments: table)
    func `standard MST aims at what is published and at nothing else`(row: Published) {
        let model = StandardMST()
        let target = model.targets.first { $0.indicator == row.indicator }

        let values = target?.parameters.map { key in model.parameters.first { $0.key == key }?.standard }

        #expect(target?.comparison.symbol == row.symbol)
        #expect(values ?? [] == row.values.map(Optional.some))
    }

    @Test(arguments: table)
    func `the network averages stand beside the aims`(row: Published) {
        let comparators = StandardMST().comparators.filter { $0.indicator == row.indicator }

        #expect(comparators.map(\.tenThousandths) == [row.network].compactMap { $0 })
    }

    @Test func `the table has a row for every indicator in the published order`() {
        #expect(PublishedTargetsTests.table.map(\.indicator) == Indicator.allCases)
    }

    @Test func `the closure averages of the network add up to all closures with the opportunity`() {
        let rates: [Indicator] = [.completed, .lackOfEngagement, .placed]
        let sum = StandardMST().comparators.filter { rates.contains($0.indicator) }.reduce(0) { $0 + $1.tenThousandths }

        #expect(sum == 10_000)
    }

    @Test func `MST-CAN and MST-FIT state no aims and have no averages`() {
        for model in [MSTCAN(), MSTFIT()] as [any InterventionModel] {
            #expect(model.targets.isEmpty)
            #expect(model.comparators.isEmpty)
        }
    }
}
