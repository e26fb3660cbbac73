/// A value of a report as it is written to JSON and CSV: keys keep their order, so the same table is the same bytes.
package indirect enum ReportValue: Hashable, Sendable {
    /// A key and its value.
    package struct Member: Hashable, Sendable {
        /// The key, unique within its object.
        package let key: String
        /// The value.
        package let value: ReportValue

        /// A key and its value.
        package init(_ key: String, _ value: ReportValue) {
            self.key = key
            self.value = value
        }
    }

    /// Keys with values, in their order.
    case object([Member])
    /// Values in their order.
    case array([ReportValue])
    /// A string.
    case text(String)
    /// A whole number.
    case whole(Int)
    /// The shortest decimal number that reads back the same.
    case decimal(Double)
    /// A decimal number as it was stated.
    case stated(String)
    /// A truth.
    case boolean(Bool)
    /// Nothing: what is missing is null and never 0.
    case null

    /// A string, or null.
    package init(text: String?) { self = text.map { .text($0) } ?? .null }

    /// A decimal number, or null.
    package init(decimal: Double?) { self = decimal.map { .decimal($0) } ?? .null }

    /// A truth, or null.
    package init(boolean: Bool?) { self = boolean.map { .boolean($0) } ?? .null }
}
