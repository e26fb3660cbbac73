import Statistics
import Testing

@Suite struct WilsonTests {
    struct Reference: Sendable, CustomTestStringConvertible {
        let counted: Int
        let total: Int
        let quantile: NormalQuantile
        let low: Double
        let high: Double

        var testDescription: String { "\(counted)/\(total) at z \(quantile.z)" }

        static func at95(_ counted: Int, _ total: Int, _ low: Double, _ high: Double) -> Reference {
            Reference(counted: counted, total: total, quantile: .z95, low: low, high: high)
        }

        static func at998(_ counted: Int, _ total: Int, _ low: Double, _ high: Double) -> Reference {
            Reference(counted: counted, total: total, quantile: .z998, low: low, high: high)
        }
    }

    /// Checked against PHEindicatormethods 2.1.0 and statsmodels.
    static let references: [Reference] = [
        .at95(0, 1, 0, 0.7934506856),
        .at95(1, 1, 0.2065493144, 1),
        .at95(0, 10, 0, 0.2775327999),
        .at95(1, 10, 0.0178762131, 0.4041500268),
        .at95(7, 10, 0.3967781475, 0.8922087326),
        .at95(8, 10, 0.4901624715, 0.9433178485),
        .at95(10, 10, 0.7224672001, 1),
        .at95(19, 20, 0.7638688066, 0.9911185512),
        .at95(25, 35, 0.5494506514, 0.8367346376),
        .at95(37, 39, 0.8311435995, 0.9858220446),
        .at95(47, 50, 0.8378290831, 0.9793850297),
        .at95(86, 90, 0.8912314497, 0.9825827581),
        .at95(1, 100, 0.0017674321, 0.0544861962),
        .at95(5, 100, 0.0215436792, 0.1117504692),
        .at95(20, 100, 0.1333669333, 0.2888291656),
        .at95(65, 100, 0.5525444330, 0.7363575176),
        .at95(609, 719, 0.8188585281, 0.8714726557),
        .at95(1187, 1250, 0.9360353281, 0.9604097465),
        .at95(222, 3215, 0.0607916904, 0.0783395668),
        .at95(1045, 5000, 0.1979554988, 0.2204913037),
        .at998(0, 10, 0, 0.4884789005),
        .at998(1, 10, 0.0087891128, 0.5819940075),
        .at998(7, 10, 0.2674534553, 0.9371549845),
        .at998(8, 10, 0.3378114799, 0.9691011799),
        .at998(10, 10, 0.5115210995, 1),
        .at998(19, 20, 0.6135248487, 0.9956217781),
        .at998(25, 35, 0.4542108918, 0.8824929540),
        .at998(37, 39, 0.7287000032, 0.9922131732),
        .at998(47, 50, 0.7510210121, 0.9878596438),
        .at998(86, 90, 0.8345010576, 0.9892094642),
        .at998(1, 100, 0.0008730657, 0.1045544528),
        .at998(65, 100, 0.4954946574, 0.7783540614),
        .at998(609, 719, 0.8009977096, 0.8839248324),
        .at998(1187, 1250, 0.9268398106, 0.9655427184),
        .at998(1045, 5000, 0.1917938180, 0.2273156290),
    ]

    @Test(arguments: references)
    func `the limits are those of the reference table`(reference: Reference) throws {
        let proportion = try #require(Proportion(numerator: reference.counted, denominator: reference.total))

        let interval = try #require(proportion.wilson(at: reference.quantile))

        #expect(abs(interval.low - reference.low) < 1e-9)
        #expect(abs(interval.high - reference.high) < 1e-9)
    }

    @Test func `nothing counted has a lower limit of exactly 0`() throws {
        for total in 1...2000 {
            let interval = try #require(Proportion(numerator: 0, denominator: total)?.wilson(at: .z998))
            #expect(interval.low == 0)
            #expect(interval.high > 0 && interval.high < 1)
        }
    }

    @Test func `all counted has an upper limit of exactly 1`() throws {
        for total in 1...2000 {
            let interval = try #require(Proportion(numerator: total, denominator: total)?.wilson(at: .z998))
            #expect(interval.high == 1)
            #expect(interval.low > 0 && interval.low < 1)
        }
    }

    @Test(arguments: [NormalQuantile.z95, .z998])
    func `the limits stay between 0 and 1 on either side of the value`(quantile: NormalQuantile) throws {
        for total in 1...120 {
            for counted in 0...total {
                let proportion = try #require(Proportion(numerator: counted, denominator: total))
                let interval = try #require(proportion.wilson(at: quantile))
                let value = try #require(proportion.value)
                #expect(0 <= interval.low && interval.low <= value && value <= interval.high && interval.high <= 1)
            }
        }
    }

    @Test func `a share and its complement mirror each other`() throws {
        for total in 1...120 {
            for counted in 0...total {
                let own = try #require(Proportion(numerator: counted, denominator: total)?.wilson())
                let other = try #require(Proportion(numerator: total - counted, denominator: total)?.wilson())
                #expect(abs(own.low - (1 - other.high)) < 1e-14)
                #expect(abs(own.high - (1 - other.low)) < 1e-14)
            }
        }
    }

    @Test func `the interval narrows as the cases grow`() throws {
        var last = 1.0
        for factor in 1...500 {
            let proportion = try #require(Proportion(numerator: 7 * factor, denominator: 10 * factor))
            let interval = try #require(proportion.wilson())
            #expect(interval.high - interval.low < last)
            last = interval.high - interval.low
        }
    }

    @Test func `a wider quantile holds a narrower one`() throws {
        for counted in 1..<50 {
            let proportion = try #require(Proportion(numerator: counted, denominator: 50))
            let inner = try #require(proportion.wilson(at: .z95))
            let outer = try #require(proportion.wilson(at: .z998))
            #expect(outer.low < inner.low && inner.high < outer.high)
        }
    }

    @Test func `none of none has no interval`() throws {
        let proportion = try #require(Proportion(numerator: 0, denominator: 0))

        #expect(proportion.wilson() == nil)
    }

    @Test func `counts as large as they come have an interval`() throws {
        let proportion = try #require(Proportion(numerator: .max - 1, denominator: .max))

        let interval = try #require(proportion.wilson())

        #expect(interval.low <= 1 && interval.high <= 1)
    }
}
