import Accounts

/// Finds the seed in the page that shows it, as somebody's eyes would.
enum FactorSeedReading {
    static func seed(in page: String) throws -> FactorSeed? {
        guard let start = page.firstRange(of: "shown once: ")?.upperBound else { return nil }
        let text = page[start...].prefix { $0 != "<" }.filter { $0 != " " }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, bytes) = (0, 0, [UInt8]())
        for character in text {
            guard let value = alphabet.firstIndex(of: character) else { continue }
            bits = bits << 5 | value
            count += 5
            if count >= 8 {
                bytes.append(UInt8(bits >> (count - 8) & 0xFF))
                count -= 8
                bits &= (1 << count) - 1
            }
        }
        return FactorSeed(bytes)
    }
}
