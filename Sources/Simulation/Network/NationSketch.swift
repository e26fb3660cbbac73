import Intervention

/// A nation as far as invented families need it. Authorities are invented: their numbers are given to nobody.
struct NationSketch: Sendable {
    let jurisdiction: Jurisdiction
    let timeZone: String
    let authorities: [AuthorityCode]
    let index: DeprivationIndex?
    let ethnicity: Weights<EthnicityCode?>

    /// The nation of a site: of twelve, eight are English, and one each lies in the other nations.
    static func of(site number: Int) -> NationSketch {
        switch number % 12 {
        case 4: wales
        case 6: scotland
        case 9: northernIreland
        case 11: ireland
        default: england
        }
    }

    private init(
        _ jurisdiction: Jurisdiction, _ timeZone: String, authorities: [String], _ index: DeprivationIndex?,
        _ ethnicity: Weights<EthnicityCode?>
    ) {
        self.jurisdiction = jurisdiction
        self.timeZone = timeZone
        self.authorities = authorities.compactMap { AuthorityCode($0) }
        self.index = index
        self.ethnicity = ethnicity
    }

    private static let england = NationSketch(
        .england, "Europe/London", authorities: ["E06009901", "E08009902", "E08009903", "E09009904", "E10009905"],
        .imd2019,
        Weights(
            (code("WBRI"), 64), (code("WOTH"), 4), (code("MWBC"), 5), (code("MOTH"), 4), (code("APKN"), 5),
            (code("ABAN"), 2), (code("BAFR"), 5), (code("BCRB"), 4), (code("OOTH"), 3), (code("NOBT"), 4)
        )
    )
    private static let wales = NationSketch(
        .wales, "Europe/London", authorities: ["W06009901", "W06009902"], .wimd2019,
        Weights((code("WBRI"), 88), (code("WOTH"), 4), (code("MWBC"), 3), (code("OOTH"), 2), (code("NOBT"), 3))
    )
    private static let scotland = NationSketch(
        .scotland, "Europe/London", authorities: ["S12009901", "S12009902"], .simd2020,
        Weights((code("WSCO"), 84), (code("WOBR"), 6), (code("WPOL"), 3), (code("APKN"), 3), (code("NOBT"), 4))
    )
    private static let northernIreland = NationSketch(
        .northernIreland, "Europe/London", authorities: ["N09009901", "N09009902"], .nimdm2017,
        Weights((code("WHIT"), 92), (code("WIRT"), 3), (code("OOTH"), 2), (code("NOBT"), 3))
    )
    private static let ireland = NationSketch(
        .ireland, "Europe/Dublin", authorities: ["IE-SIM1", "IE-SIM2"], nil,
        Weights((code("WIRI"), 84), (code("WIRT"), 5), (code("WOTH"), 6), (code("NOBT"), 5))
    )

    private static func code(_ text: String) -> EthnicityCode? { EthnicityCode(text) }
}
