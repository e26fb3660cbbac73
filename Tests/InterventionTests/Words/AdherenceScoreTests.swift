import Intervention
import Testing

@Suite struct AdherenceScoreTests {
    @Test(
        arguments: [
            ("0.605", 605_000_000), ("0.61", 610_000_000), ("0.6100001", 610_000_100), ("0.615", 615_000_000),
            ("0", 0), ("1", 1_000_000_000), ("1.0", 1_000_000_000), (".5", 500_000_000), ("0.000000001", 1),
            ("0.999999999", 999_999_999), ("0.610", 610_000_000),
        ]
    )
    func `a decimal number is exact`(row: (String, Int64)) {
        #expect(AdherenceScore(decimal: row.0)?.billionths == row.1)
    }

    @Test(
        arguments: [
            "", ".", "-0.1", "+0.5", "1.000000001", "2", "0.1234567890", "0,61", "61%", "0.6 ", " 0.6", "1e-1", "0x1",
            "NaN",
            "0.6.1", "٠.٦", "0.6\u{301}", "100",
        ]
    )
    func `another form or a number outside 0 to 1 is refused`(text: String) {
        #expect(AdherenceScore(decimal: text) == nil)
    }

    @Test(arguments: ["0", "1", "0.61", "0.6100001", "0.000000001", "0.5", "0.1"])
    func `a score is written as it is read`(text: String) {
        #expect(AdherenceScore(decimal: text)?.description == text)
    }

    @Test(arguments: [(-1, 5), (6, 5), (0, 0), (1, -1)])
    func `a share of items that cannot be is refused`(counts: (Int, Int)) {
        #expect(AdherenceScore(counted: counts.0, ofAnswered: counts.1) == nil)
    }

    @Test(
        arguments: [
            (17, 28, "0.607142857"), (18, 28, "0.642857143"), (28, 28, "1"), (0, 28, "0"), (1, 3, "0.333333333"),
            (2, 3, "0.666666667"), (1, 2, "0.5"), (61, 100, "0.61"),
        ]
    )
    func `a share of items is rounded half up to a billionth`(row: (Int, Int, String)) {
        #expect(AdherenceScore(counted: row.0, ofAnswered: row.1)?.description == row.2)
    }

    @Test(arguments: [Int64(-1), 1_000_000_001, .min, .max])
    func `billionths outside 0 to 1 are refused`(billionths: Int64) {
        #expect(AdherenceScore(billionths: billionths) == nil)
    }
}
