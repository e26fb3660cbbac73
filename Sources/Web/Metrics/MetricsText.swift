/// Writes the text format of Prometheus, version 0.0.4.
struct MetricsText {
    /// The kinds of metric there are here.
    enum Kind: String {
        case counter, gauge, histogram
    }

    static let type = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Begins a metric.
    mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(MetricsText.escapedHelp(help))\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// One value of the metric that was begun.
    mutating func add(_ name: String, _ value: String, _ labels: KeyValuePairs<String, String> = [:]) {
        let pairs = labels.map { "\($0.key)=\"\(MetricsText.escaped($0.value))\"" }.joined(separator: ",")
        text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(pairs)} \(value)\n"
    }

    /// One value that is a whole number.
    mutating func add(_ name: String, _ value: Int, _ labels: KeyValuePairs<String, String> = [:]) {
        add(name, String(value), labels)
    }

    /// Seconds, exact to the microsecond, without an exponent.
    static func seconds(_ duration: Duration) -> String {
        let micros = Int64(duration / .microseconds(1))
        let rest = String(micros % 1_000_000)
        return "\(micros / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private static func escapedHelp(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
}
