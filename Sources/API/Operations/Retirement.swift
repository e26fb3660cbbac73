import CivilDate

/// That an operation goes away, as its answers say: with `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a link to what is
/// said of it.
package struct Retirement: Hashable, Sendable {
    /// Since when it should not be used any more.
    package let since: CivilDate
    /// From when on it may be missing; nil while that is not settled.
    package let goesOn: CivilDate?
    /// What to use in its place; nil when there is nothing.
    package let instead: OperationID?

    /// A retirement.
    package init(since: CivilDate, goesOn: CivilDate?, instead: OperationID?) {
        self.since = since
        self.goesOn = goesOn
        self.instead = instead
    }

    /// The headers of an answer of an operation that goes away.
    package func headers(of operation: OperationID) -> [(name: String, value: String)] {
        var headers = [("Deprecation", "@\(Int64(since.dayNumber) * 86_400)")]
        if let goesOn { headers.append(("Sunset", Retirement.imf(goesOn))) }
        headers.append(
            ("Link", "<\(OpenAPIDocument.docs)#\((instead ?? operation).rawValue)>; rel=\"deprecation\""))
        return headers.map { (name: $0.0, value: $0.1) }
    }

    /// The beginning of a day as HTTP writes instants: `Sun, 06 Nov 1994 00:00:00 GMT`.
    private static func imf(_ day: CivilDate) -> String {
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let number = Int(day.dayNumber)
        let parts = "\(day)".split(separator: "-")
        let month = parts.count == 3 ? Int(parts[1]).map { months[$0 - 1] } ?? "" : ""
        // Day 0 was a Thursday.
        return "\(weekdays[(number % 7 + 7) % 7]), \(parts.last ?? "") \(month) \(parts.first ?? "") 00:00:00 GMT"
    }
}
