/// A unique pupil number (UPN): a letter that checks the twelve characters after it. A temporary one ends in a letter.
///
/// Weights 2 to 13, modulus 23, letters without I, O and S (GDSC UPN 2.0; `uk.md` 6) [V].
package struct PupilNumber: Hashable, Sendable {
    /// The thirteen characters, in upper case.
    package let text: String

    /// A number as people write it, with or without spaces.
    package init(_ text: some StringProtocol) throws(ParticularFault) {
        let bytes = Array(text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") })
        guard bytes.count == 13, let check = PupilNumber.letters.firstIndex(of: bytes[0]) else { throw .upnForm }
        var sum = 0
        for place in 1...12 {
            guard let value = PupilNumber.value(of: bytes[place], isLast: place == 12) else { throw .upnForm }
            sum += value * (place + 1)
        }
        guard sum % PupilNumber.letters.count == check else { throw .upnCheck }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    private static func value(of byte: UInt8, isLast: Bool) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        default: isLast ? letters.firstIndex(of: byte) : nil
        }
    }
}

extension PupilNumber: CustomStringConvertible, CustomReflectable {
    package var description: String { "a unique pupil number (withheld)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
