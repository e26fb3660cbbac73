/// Bytes in an alphabet of a power of two of characters, without padding (RFC 4648).
struct RadixText {
    private let alphabet: [UInt8]
    private let width: Int

    /// For addresses and cookies: base64url (5 of the RFC).
    static let base64URL = RadixText(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", width: 6)
    /// As PHC strings have it: base64 (4).
    static let base64 = RadixText("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", width: 6)
    /// What authenticator apps take, and what people can copy by hand: base32 (6).
    static let base32 = RadixText("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", width: 5)

    private init(_ alphabet: String, width: Int) {
        self.alphabet = Array(alphabet.utf8)
        self.width = width
    }

    func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (held, bits) = (UInt32(0), 0)
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= width {
                bits -= width
                text.append(alphabet[Int(held >> UInt32(bits)) & (alphabet.count - 1)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(held << UInt32(width - bits)) & (alphabet.count - 1)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes, or nil when the text is not what ``text(_:)`` writes of any bytes.
    func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (held, bits) = (UInt32(0), 0)
        for character in text.utf8 {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            held = held << UInt32(width) | UInt32(value)
            bits += width
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
            }
        }
        return self.text(bytes) == text ? bytes : nil
    }
}
