internal import CivilDate
internal import FoundationEssentials
internal import Vault

/// A seal as one line of the file outside the database: number, first and last arrival, rows, instant in
/// microseconds, key, root and code in hexadecimal digits, leaves in base 64.
enum SealLine {
    static func text(of seal: Seal) -> String {
        let parts = [
            "\(seal.number)", "\(seal.range.lowerBound)", "\(seal.range.upperBound)", "\(seal.rows)",
            "\(seal.sealedAt.microseconds)", seal.key.text, "\(seal.root)", "\(seal.code)",
            Data(seal.leaves).base64EncodedString(),
        ]
        return parts.joined(separator: " ") + "\n"
    }

    /// The seal of a line without its end; nil when it is none.
    static func seal(in line: some Collection<UInt8>) -> Seal? {
        let parts = String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 9, let number = Int64(parts[0]), let from = Int64(parts[1]), let through = Int64(parts[2]),
            from <= through, let rows = Int(parts[3]), let instant = Int64(parts[4]), let key = KeyID(parts[5]),
            let root = digest(parts[6]), let code = digest(parts[7]),
            let leaves = Data(base64Encoded: String(parts[8]))
        else { return nil }
        return Seal(
            number: number, range: Arrival(from)...Arrival(through), rows: rows, leaves: Array(leaves), root: root,
            sealedAt: Instant(microseconds: instant), key: key, code: code)
    }

    private static func digest(_ text: Substring) -> Digest256? {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return Digest256(bytes)
    }
}
