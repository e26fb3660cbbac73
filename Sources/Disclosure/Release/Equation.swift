/// Something that every reader can reckon with: a weighted sum of figures that lies between two numbers.
///
/// A total is a sum that is 0 (parts less total), a numerator below its denominator a sum that is at least 0.
package struct Equation: Sendable, Hashable {
    /// One figure in a sum.
    package struct Term: Sendable, Hashable {
        /// Where the figure stands among the release's.
        package let cell: Int
        /// How often it counts; negative when it is taken away.
        package let weight: Int
    }

    /// What it says, in words: a refusal names it.
    package let name: String
    /// The sum.
    package let terms: [Term]
    /// The least that the sum can be; nil for no limit.
    package let least: Int?
    /// The most that it can be; nil for no limit.
    package let most: Int?

    /// Whether the true counts fulfil it.
    func holds(for counts: (Int) -> Int) -> Bool {
        let sum = terms.reduce(0) { $0 + $1.weight * counts($1.cell) }
        return sum >= least ?? .min && sum <= most ?? .max
    }
}
