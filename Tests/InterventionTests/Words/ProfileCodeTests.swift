import Intervention
import Testing

@Suite struct ProfileCodeTests {
    @Test(arguments: ["E09000001", "W06000015", "S12000036", "N09000003", "IE-D", "IE-CO-CORK"])
    func `the code of an authority is nine characters or Irish`(text: String) {
        #expect(AuthorityCode(text)?.text == text)
    }

    @Test(
        arguments: [
            "", "E0900000", "E090000011", "E0900 001", "IE-", "IE-" + String(repeating: "x", count: 14), "ÉÉÉÉE",
        ]
    )
    func `another form is no authority`(text: String) {
        #expect(AuthorityCode(text) == nil)
    }

    @Test(arguments: ["", "ABCDEFGHI", "A B", "É", "A-B"])
    func `an ethnicity has up to eight letters and digits`(text: String) {
        #expect(EthnicityCode(text) == nil)
        #expect(EthnicityCode("WBRI")?.text == "WBRI")
    }

    @Test(arguments: [(0, false), (1, true), (10, true), (11, false), (-1, false)])
    func `deciles are 1 to 10`(row: (Int, Bool)) {
        #expect((DeprivationDecile(row.0) != nil) == row.1)
    }

    @Test(arguments: [(-1, false), (0, true), (1440, true), (1441, false)])
    func `minutes lie within a day`(row: (Int, Bool)) {
        #expect((Minutes(row.0) != nil) == row.1)
    }

    @Test(arguments: DeprivationIndex.allCases)
    func `an index of deprivation belongs to a nation`(index: DeprivationIndex) {
        let nations: [DeprivationIndex: Jurisdiction] = [
            .imd2019: .england, .imd2025: .england, .wimd2019: .wales, .simd2020: .scotland,
            .nimdm2017: .northernIreland,
        ]

        #expect(index.jurisdiction == nations[index])
    }
}
