import Intervention

/// Every ethnic group that one of the nations asks for. A code means the same group wherever it is used.
///
/// The codes of England are those of the Department for Education's returns (`uk.md` 6.4). The other nations publish no short
/// codes for their census groups, so the same codes are used where the group is the same, and new ones of the same form
/// where it is not: *Gypsy/Roma* of the English returns is two groups in a census.
enum EthnicGroup: String, CaseIterable {
    case whiteBritish = "WBRI"
    case whiteScottish = "WSCO"
    case whiteOtherBritish = "WOBR"
    case whiteIrish = "WIRI"
    case white = "WHIT"
    case travellerOfIrishHeritage = "WIRT"
    case gypsyOrIrishTraveller = "WGIT"
    case gypsyTraveller = "WGTR"
    case gypsyRoma = "WROM"
    case roma = "WRMA"
    case showman = "WSHO"
    case polish = "WPOL"
    case whiteOther = "WOTH"
    case mixed = "MIXD"
    case mixedWhiteBlackCaribbean = "MWBC"
    case mixedWhiteBlackAfrican = "MWBA"
    case mixedWhiteAsian = "MWAS"
    case mixedOther = "MOTH"
    case indian = "AIND"
    case pakistani = "APKN"
    case bangladeshi = "ABAN"
    case southAsian = "AIPB"
    case filipino = "AFIL"
    case asianOther = "AOTH"
    case chinese = "CHNE"
    case blackCaribbean = "BCRB"
    case blackAfrican = "BAFR"
    case caribbeanOrBlack = "BCBL"
    case blackOther = "BOTH"
    case arab = "ARAB"
    case other = "OOTH"
    case refused = "REFU"
    case notObtained = "NOBT"

    /// The group in a few words.
    var title: String {
        switch self {
        case .whiteBritish: "White: British (in Wales also Welsh, English, Scottish or Northern Irish)"
        case .whiteScottish: "White: Scottish"
        case .whiteOtherBritish: "White: British, other than Scottish"
        case .whiteIrish: "White: Irish"
        case .white: "White"
        case .travellerOfIrishHeritage: "Irish Traveller"
        case .gypsyOrIrishTraveller: "Gypsy or Irish Traveller"
        case .gypsyTraveller: "Gypsy or Traveller"
        case .gypsyRoma: "Gypsy or Roma, not told apart"
        case .roma: "Roma"
        case .showman: "Showman or Showwoman"
        case .polish: "White: Polish"
        case .whiteOther: "White: any other background"
        case .mixed: "Mixed or several groups"
        case .mixedWhiteBlackCaribbean: "Mixed: White and Black Caribbean"
        case .mixedWhiteBlackAfrican: "Mixed: White and Black African"
        case .mixedWhiteAsian: "Mixed: White and Asian"
        case .mixedOther: "Mixed: any other background"
        case .indian: "Asian: Indian"
        case .pakistani: "Asian: Pakistani"
        case .bangladeshi: "Asian: Bangladeshi"
        case .southAsian: "Asian: Indian, Pakistani or Bangladeshi, not told apart"
        case .filipino: "Asian: Filipino"
        case .asianOther: "Asian: any other background"
        case .chinese: "Chinese"
        case .blackCaribbean: "Black: Caribbean"
        case .blackAfrican: "Black: African"
        case .caribbeanOrBlack: "Caribbean or Black"
        case .blackOther: "Black: any other background"
        case .arab: "Arab"
        case .other: "Any other group"
        case .refused: "Asked, and refused to say"
        case .notObtained: "Not obtained yet"
        }
    }

    /// The groups that a nation asks for, in its own order.
    static func groups(of jurisdiction: Jurisdiction) -> [EthnicGroup] {
        let groups: [EthnicGroup] =
            switch jurisdiction {
            case .england:
                [
                    .whiteBritish, .whiteIrish, .travellerOfIrishHeritage, .gypsyRoma, .whiteOther,
                    .mixedWhiteBlackCaribbean, .mixedWhiteBlackAfrican, .mixedWhiteAsian, .mixedOther,
                    .indian, .pakistani, .bangladeshi, .asianOther, .chinese,
                    .blackCaribbean, .blackAfrican, .blackOther, .other,
                ]
            case .wales:
                [
                    .whiteBritish, .whiteIrish, .gypsyOrIrishTraveller, .roma, .whiteOther,
                    .mixedWhiteBlackCaribbean, .mixedWhiteAsian, .mixedWhiteBlackAfrican, .mixedOther,
                    .indian, .pakistani, .bangladeshi, .chinese, .asianOther,
                    .blackAfrican, .blackCaribbean, .blackOther, .arab, .other,
                ]
            case .scotland:
                [
                    .whiteScottish, .whiteOtherBritish, .whiteIrish, .polish, .gypsyTraveller, .roma, .showman,
                    .whiteOther, .mixed, .pakistani, .indian, .bangladeshi, .chinese, .asianOther,
                    .blackAfrican, .caribbeanOrBlack, .arab, .other,
                ]
            case .northernIreland:
                [
                    .white, .travellerOfIrishHeritage, .roma, .indian, .chinese, .filipino, .pakistani, .arab,
                    .asianOther, .blackAfrican, .blackOther, .mixed, .other,
                ]
            case .ireland:
                [
                    .whiteIrish, .travellerOfIrishHeritage, .roma, .whiteOther, .blackAfrican, .blackOther,
                    .chinese, .southAsian, .asianOther, .arab, .mixed, .other,
                ]
            }
        return groups + [.refused, .notObtained]
    }
}
