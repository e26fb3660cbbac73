/// A password as somebody typed it: 15 to 128 characters of any kind, spaces and emoji too; nothing is trimmed, cut or
/// asked for besides the length (OWASP ASVS 5.0, 6.2). It never prints.
package struct Password: Sendable {
    /// The shortest and the longest, in characters (Unicode scalars).
    package static let length = 15...128

    /// The bytes of its UTF-8, as they are hashed.
    let bytes: [UInt8]

    /// What was typed, or why it can be nobody's password.
    package init(_ text: String) throws(PasswordFault) {
        let count = text.unicodeScalars.count
        guard count >= Password.length.lowerBound else { throw .tooShort }
        guard count <= Password.length.upperBound else { throw .tooLong }
        bytes = Array(text.utf8)
    }

    /// The text, for comparing it with words and lists.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a password (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
