/// The apostrophe that keeps a spreadsheet from running a cell as a formula, put on and taken off again.
///
/// A cell that begins with any number of apostrophes and then one of `= + - @`, TAB, CR or NUL gets one apostrophe more.
/// Counting the apostrophes that are already there makes the way back exact.
package enum SpreadsheetGuard {
    /// The text with an apostrophe before it where a spreadsheet would run it.
    package static func guarded(_ text: String) -> String {
        isDangerous(text.utf8[...]) ? "'" + text : text
    }

    /// The text as it was before ``guarded(_:)``.
    package static func unguarded(_ text: String) -> String {
        guard text.utf8.first == apostrophe, isDangerous(text.utf8.dropFirst()) else { return text }
        // By bytes: an apostrophe and a combining mark after it are one `Character`.
        return String(decoding: text.utf8.dropFirst(), as: UTF8.self)
    }

    private static let apostrophe = UInt8(ascii: "'")
    private static let dangerous = Set("=+-@\t\r\0".utf8)

    private static func isDangerous(_ bytes: Substring.UTF8View) -> Bool {
        bytes.first { $0 != apostrophe }.map(dangerous.contains) ?? false
    }
}
