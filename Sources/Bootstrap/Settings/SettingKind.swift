import NightlyJobs
import Sites

/// What a setting's value may be.
package enum SettingKind: Hashable, Sendable {
    /// A folder's path; a relative one is meant from the folder that the command is run in.
    case folder
    /// A connection string of libpq, in either of its forms.
    case connection
    /// The name or address of a machine.
    case host
    /// Names of machines with commas between.
    case hosts
    /// Words with commas between, each of 3 to 64 letters, digits and hyphens, and spaces within.
    case words
    /// Scheme and name of a web service, without a path.
    case origin
    /// A file's path; a relative one is meant from the folder that the command is run in.
    case file
    /// A time of day.
    case time
    /// An address of mail.
    case address
    /// One of some words.
    case choice([String])
    /// A whole number within a range, both ends allowed.
    case whole(ClosedRange<Int>, unit: String)

    /// The type as the table of settings names it.
    package var name: String {
        switch self {
        case .folder: "folder"
        case .connection: "connection string"
        case .host: "host"
        case .hosts: "hosts"
        case .words: "words"
        case .origin: "origin"
        case .file: "file"
        case .time: "time of day"
        case .address: "address"
        case .choice: "choice"
        case .whole(_, let unit): "whole number (\(unit))"
        }
    }

    /// What may be set, in words.
    package var range: String {
        switch self {
        case .folder: "any folder"
        case .connection: "`host=... dbname=...` or `postgresql://...`"
        case .host: "a name or an address"
        case .hosts: "names with commas between"
        case .words: "words with commas between"
        case .origin: "`https://name`"
        case .file: "any file"
        case .time: "00:00 to 23:59"
        case .address: "`name@machine`"
        case .choice(let words): words.joined(separator: " or ")
        case .whole(let range, _): "\(range.lowerBound) to \(range.upperBound)"
        }
    }

    /// What is wrong with a value, as a sentence that does not repeat it; nil when nothing is.
    func flaw(in value: String) -> String? {
        switch self {
        case .folder:
            value.isEmpty || value.utf8.contains(0) ? "it must be the path of a folder" : nil
        case .connection:
            ConnectionText(value) == nil ? "it must be a connection string: \(range)" : nil
        case .host:
            SettingKind.isHost(value) ? nil : "it must be the name or the address of a machine"
        case .hosts:
            value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(SettingKind.isHost)
                ? nil : "it must be names of machines with commas and no spaces between"
        case .words:
            value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(SettingKind.isWord)
                ? nil : "it must be words of 3 to 64 letters, digits and hyphens with commas between"
        case .origin:
            value.hasPrefix("https://") && SettingKind.isHost(value.dropFirst(8))
                ? nil : "it must be `https://` and a name, and nothing after it"
        case .file:
            value.isEmpty || value.utf8.contains(0) ? "it must be the path of a file" : nil
        case .time:
            LocalTime(value) == nil ? "it must be a time of day, such as 02:30" : nil
        case .address:
            MailAddress(value) == nil ? "it must be an address: \(range)" : nil
        case .choice(let words):
            words.contains(value) ? nil : "it must be \(range)"
        case .whole(let range, let unit):
            Int(value).map(range.contains) == true
                ? nil : "it must be a whole number (\(unit)) from \(self.range)"
        }
    }

    /// Letters, digits, hyphens and spaces; of anything else little would be left of every password.
    private static func isWord(_ text: some StringProtocol) -> Bool {
        (3...64).contains(text.count) && text.contains { $0.isLetter }
            && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " }
    }

    /// Letters, digits, dots and hyphens, and the colons of an address.
    private static func isHost(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.utf8.allSatisfy { byte in
                let scalar = Character(UnicodeScalar(byte))
                return byte < 0x80 && (scalar.isLetter || scalar.isNumber || ".-:".contains(scalar))
            }
    }
}
