/// Reads the text format of Prometheus 0.0.4 and collects what breaks its rules.
struct MetricsReader {
    /// The type of each metric.
    private(set) var types: [String: String] = [:]
    /// The value of each sample by its whole name, labels included.
    private(set) var values: [String: Double] = [:]
    private(set) var faults: [String] = []
    private var helped: Set<String> = []
    private var current = ""
    private var ended: Set<String> = []

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw TestTrouble("the last line does not end") }
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.hasPrefix("#") { readComment(line) } else { readSample(line) }
        }
        for (name, type) in types where type == "histogram" { checkHistogram(name) }
        for name in types.keys where !helped.contains(name) { faults.append("\(name) has no help") }
    }

    private mutating func readComment(_ line: Substring) {
        let words = line.split(separator: " ", maxSplits: 3)
        guard words.count == 4, words[0] == "#", isName(words[2]) else { return faults.append("\(line)") }
        let name = String(words[2])
        switch words[1] {
        case "HELP":
            if !helped.insert(name).inserted { faults.append("\(name) has help twice") }
        case "TYPE":
            if types.updateValue(String(words[3]), forKey: name) != nil { faults.append("\(name) has a type twice") }
            if !["counter", "gauge", "histogram"].contains(words[3]) { faults.append("\(line)") }
            if words[3] == "counter", !name.hasSuffix("_total") { faults.append("\(name) is a counter") }
            if ended.contains(name) { faults.append("\(name) is in two places") }
            ended.insert(current)
            current = name
        default: faults.append("\(line)")
        }
    }

    private mutating func readSample(_ line: Substring) {
        guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...]) else {
            return faults.append("\(line)")
        }
        let whole = String(line[..<space])
        let name = whole.prefix { $0 != "{" }
        let family = types["\(name)"] == nil ? base(of: name) : String(name)
        if !isName(name) || family != current { faults.append("\(line) is not of \(current)") }
        if values.updateValue(value, forKey: whole) != nil { faults.append("\(whole) is there twice") }
        let labels = whole.dropFirst(name.count)
        guard !labels.isEmpty else { return }
        guard labels.hasPrefix("{"), labels.hasSuffix("}") else { return faults.append("\(line)") }
        for pair in labels.dropFirst().dropLast().split(separator: "\",") {
            let parts = pair.split(separator: "=\"", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count != 2 || !isName(parts[0]) { faults.append("\(line)") }
        }
    }

    private mutating func checkHistogram(_ name: String) {
        let routes = Set(
            values.keys.filter { $0.hasPrefix("\(name)_count{") }.map { $0.dropFirst("\(name)_count".count) })
        if routes.isEmpty { faults.append("\(name) has no count") }
        for route in routes {
            let open = route.dropLast()
            let buckets = values.filter { $0.key.hasPrefix("\(name)_bucket\(open),le=\"") }
            let inOrder = buckets.sorted { bound($0.key) < bound($1.key) }.map(\.value)
            if inOrder != inOrder.sorted() { faults.append("\(name)\(route) falls") }
            if inOrder.last != values["\(name)_count\(route)"] {
                faults.append("\(name)\(route) does not end in its count")
            }
            if values["\(name)_sum\(route)"] == nil { faults.append("\(name)\(route) has no sum") }
        }
    }

    private func bound(_ key: String) -> Double {
        let text = key.split(separator: "le=\"").last?.dropLast(2) ?? ""
        return text == "+Inf" ? .infinity : Double(text) ?? -1
    }

    private func base(of name: Substring) -> String {
        for ending in ["_bucket", "_sum", "_count"] where name.hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return String(name)
    }

    private func isName(_ text: Substring) -> Bool {
        guard let first = text.first, first.isLetter || first == "_" else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
