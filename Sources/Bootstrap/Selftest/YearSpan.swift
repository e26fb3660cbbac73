import ArgumentParser

/// Whole years, one or more: `2024-2025`.
struct YearSpan: Hashable, ExpressibleByArgument {
    let first: Int
    let last: Int

    /// How many.
    var count: Int { last - first + 1 }

    init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    /// The years of a text, the earlier one first, both of those whose clock changes can be tried; nil for any other.
    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last,
            YearSpan.bounds.contains(first), YearSpan.bounds.contains(last)
        else { return nil }
        self.init(first: first, last: last)
    }

    /// Since 1996 clocks change twice a year everywhere in Europe; as far ahead as anybody may want to know. Our decision.
    private static let bounds = 1996...2100

    static func read(_ text: String) throws -> YearSpan {
        guard let years = YearSpan(argument: text) else {
            throw ValidationError(
                "'\(text)' are no years: give two with a hyphen between them, both from \(bounds.lowerBound) to "
                    + "\(bounds.upperBound) and the earlier one first, such as 2024-2025")
        }
        return years
    }
}
