/// A value of a report as it is written to JSON and CSV: keys keep their order, so the same table is the same bytes.
indirect enum ReportValue: Hashable, Sendable {
    /// A key and its value.
    struct Member: Hashable, Sendable {
        let key: String
        let value: ReportValue

        init(_ key: String, _ value: ReportValue) {
            self.key = key
            self.value = value
        }
    }

    case object([Member])
    case array([ReportValue])
    case text(String)
    case whole(Int)
    /// The shortest decimal number that reads back the same.
    case decimal(Double)
    /// A decimal number as it was stated.
    case stated(String)
    case boolean(Bool)
    case null

    init(text: String?) { self = text.map { .text($0) } ?? .null }

    init(decimal: Double?) { self = decimal.map { .decimal($0) } ?? .null }

    init(boolean: Bool?) { self = boolean.map { .boolean($0) } ?? .null }
}
