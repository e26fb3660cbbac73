import Intervention
import StandardMST
import Testing

@Suite struct ModelSettingsTests {
    private func settings(_ own: [ParameterKey: ParameterValue] = [:]) throws(SettingsFault) -> ModelSettings {
        try ModelSettings(of: StandardMST(), version: SettingsVersion(1), setting: own)
    }

    @Test func `what a site does not set is the model's standard`() throws {
        let settings = try settings()

        #expect(settings.whole(.leastAge) == 11)
        #expect(settings.score(.adherenceThreshold) == AdherenceScore(decimal: "0.61"))
        #expect(settings.choice(.adherenceThresholdOperator) == ">=")
    }

    @Test func `a value within the bounds is the site's`() throws {
        let settings = try settings([.leastAge: .whole(12), .adherenceThresholdOperator: .choice(">")])

        #expect(settings.whole(.leastAge) == 12)
        #expect(settings.choice(.adherenceThresholdOperator) == ">")
        #expect(settings.whole(.greatestAge) == 17)
    }

    @Test(
        arguments: [
            (.leastAge, .whole(11), true), (.leastAge, .whole(10), false), (.greatestAge, .whole(18), true),
            (.greatestAge, .whole(19), false), (.adherenceThreshold, .billionths(500_000_000), true),
            (.adherenceThreshold, .billionths(499_999_999), false),
            (.adherenceThreshold, .billionths(800_000_001), false),
            (.adherenceThreshold, .whole(1), false), (.adherenceThresholdOperator, .choice("="), false),
            (.leastAge, .choice("12"), false),
        ] as [(ParameterKey, ParameterValue, Bool)]
    )
    func `bounds hold at their ends`(row: (ParameterKey, ParameterValue, Bool)) throws {
        if row.2 {
            #expect(try settings([row.0: row.1]).value(row.0) == row.1)
        } else {
            let parameter = try #require(StandardMST().parameters.first { $0.key == row.0 })
            #expect(throws: SettingsFault.outsideBounds(parameter, row.1)) { try settings([row.0: row.1]) }
        }
    }

    @Test func `a key that the model does not have is refused`() {
        #expect(throws: SettingsFault.unknownKey("shoe-size", model: "mst")) {
            try settings(["shoe-size": .whole(42)])
        }
    }

    @Test func `a refused value is explained by bounds and source`() {
        let fault = #expect(throws: SettingsFault.self) { try settings([.greatestAge: .whole(21)]) }

        #expect(fault?.description.contains("greatest-age may be 11 to 18 (clinical.md 2.1") == true)
        #expect(fault?.description.hasSuffix("not 21") == true)
    }

    @Test func `a value of another kind is not read as this one`() throws {
        let settings = try settings()

        #expect(settings.whole(.adherenceThreshold) == nil)
        #expect(settings.score(.leastAge) == nil)
        #expect(settings.choice(.leastAge) == nil)
        #expect(settings.value("shoe-size") == nil)
    }
}
