import CivilDate
import EpisodeStore
import Glibc
import Logging

/// Writes each line of the log as one JSON object on standard error: time in UTC, level, message, and what goes with it.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    /// - Parameter isQuiet: whether only what is wrong is written.
    init(isQuiet: Bool) {
        logLevel = isQuiet ? .warning : .info
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members: [(String, String)] = [
            ("time", RecordClock.system.now().description), ("level", event.level.rawValue),
            ("message", event.message.description),
        ]
        let further = metadata.merging(event.metadata ?? [:]) { $1 }
        members += further.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
        let text = members.map { "\(JSONLogHandler.quoted($0.0)):\(JSONLogHandler.quoted($0.1))" }
        JSONLogHandler.write(Array("{\(text.joined(separator: ","))}\n".utf8))
    }

    /// One call a line, so that the lines of two threads do not mix. A log that cannot be written stops no work.
    private static func write(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// A string of JSON; what could break a line or a terminal is written as a number.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case _
            where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
                || scalar == "\u{2028}" || scalar == "\u{2029}":
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
