import Intervention
import Testing

@Suite struct AdherenceThresholdTests {
    private func threshold(_ comparison: ThresholdOperator) throws -> AdherenceThreshold {
        AdherenceThreshold(score: try #require(AdherenceScore(decimal: "0.61")), comparison: comparison)
    }

    private func scores(_ texts: [String]) throws -> [AdherenceScore] {
        try texts.map { try #require(AdherenceScore(decimal: $0)) }
    }

    @Test(arguments: [("0.605", false), ("0.61", true), ("0.6100001", true), ("0.615", true), ("0.609999999", false)])
    func `at least the threshold is met by the threshold itself`(row: (String, Bool)) throws {
        #expect(try threshold(.atLeast).isMet(bySumOf: scores([row.0])) == row.1)
    }

    @Test(arguments: [("0.605", false), ("0.61", false), ("0.6100001", true), ("0.615", true), ("0.610000001", true)])
    func `above the threshold is not met by the threshold itself`(row: (String, Bool)) throws {
        #expect(try threshold(.above).isMet(bySumOf: scores([row.0])) == row.1)
    }

    @Test(
        arguments: [
            (["0.60", "0.61", "0.62"], true, false), (["0.60", "0.61", "0.619999999"], false, false),
            (["0.60", "0.61", "0.620000001"], true, true), (["0", "1", "0.83"], true, false),
        ]
    )
    func `the mean is compared without dividing`(row: ([String], Bool, Bool)) throws {
        let scores = try scores(row.0)

        #expect(try threshold(.atLeast).isMet(bySumOf: scores) == row.1)
        #expect(try threshold(.above).isMet(bySumOf: scores) == row.2)
    }
}
