import Intervention

extension CodeLists {
    /// The ethnicity codes of a nation, those for refused and not obtained among them.
    package static func ethnicity(of jurisdiction: Jurisdiction) -> CodeList {
        CodeList(
            name: "ethnicity-\(jurisdiction.rawValue)",
            title: "Ethnicity, \(jurisdiction.title)",
            codes: EthnicGroup.groups(of: jurisdiction).map { CodeEntry($0.rawValue, $0.title) },
            source: ethnicitySource(jurisdiction)
        )
    }

    private static func ethnicitySource(_ jurisdiction: Jurisdiction) -> String {
        switch jurisdiction {
        case .england: "Department for Education, looked-after and children-in-need returns: 18 groups, 2 codes"
        case .wales:
            "Census 2021 for England and Wales, 19 groups; codes of our own where the English returns have none"
        case .scotland: "Scotland's Census 2022, 18 groups as Scottish surveys use them; codes of our own"
        case .northernIreland: "NISRA, Census 2021, ethnic group in 13 categories; codes of our own"
        case .ireland: "Central Statistics Office, Census 2022, question on ethnic group; codes of our own"
        }
    }

    private static let ethnicityCodes: [Jurisdiction: Set<String>] = Dictionary(
        uniqueKeysWithValues: Jurisdiction.allCases.map { jurisdiction in
            (jurisdiction, Set(EthnicGroup.groups(of: jurisdiction).map(\.rawValue)))
        }
    )

    /// Whether a nation's ethnicity list has a code.
    static func hasEthnicity(_ code: String, in jurisdiction: Jurisdiction) -> Bool {
        ethnicityCodes[jurisdiction]?.contains(code) ?? false
    }
}
