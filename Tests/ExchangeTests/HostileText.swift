/// Text of the kind that breaks importers, the same for the same seed.
struct HostileText: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let pieces = [
        "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\t", " ", "=", "+", "-", "@", "'", "''", "=cmd|' /C calc'!A0",
        "\u{FEFF}", "\u{0308}", "\u{200F}", "é", "€", "𐍈", "👩‍👧", "a", "B", "0", "#REF!", "\u{2028}", "\u{85}",
    ]

    mutating func cell() -> String {
        (0..<Int.random(in: 0...6, using: &self)).reduce(into: "") { text, _ in
            text += Self.pieces.randomElement(using: &self) ?? ""
        }
    }

    mutating func record(width: Int) -> [String] {
        (0..<width).map { _ in cell() }
    }
}
