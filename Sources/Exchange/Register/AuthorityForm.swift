import Intervention

/// The forms of local authorities' codes in each nation.
enum AuthorityForm {
    /// The nation whose authorities have codes of this form, or nil when none has.
    ///
    /// England E06 to E10 (unitary, district, metropolitan, London, county), Wales W06, Scotland S12, Northern Ireland N09:
    /// a letter and eight digits of the statistical geography. Ireland `IE-` and 1 to 12 capital letters, digits and hyphens.
    static func nation(of code: some StringProtocol) -> Jurisdiction? {
        let bytes = Array(code.utf8)
        if bytes.starts(with: Array("IE-".utf8)) {
            let rest = bytes.dropFirst(3)
            return (1...12).contains(rest.count) && rest.allSatisfy(isIrish) ? .ireland : nil
        }
        guard bytes.count == 9, bytes.dropFirst().allSatisfy(isDigit) else { return nil }
        return nations[String(decoding: bytes.prefix(3), as: UTF8.self)]
    }

    /// What would be right at a site.
    static func sentence(for jurisdiction: Jurisdiction) -> String {
        let form =
            switch jurisdiction {
            case .england: "nine characters that begin with E06, E07, E08, E09 or E10"
            case .wales: "nine characters that begin with W06"
            case .scotland: "nine characters that begin with S12"
            case .northernIreland: "nine characters that begin with N09"
            case .ireland: "IE- and 1 to 12 capital letters, digits and hyphens"
            }
        return "an authority of the site's nation has \(form)"
    }

    private static let nations: [String: Jurisdiction] = [
        "E06": .england, "E07": .england, "E08": .england, "E09": .england, "E10": .england,
        "W06": .wales, "S12": .scotland, "N09": .northernIreland,
    ]

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isIrish(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "-")
    }
}
