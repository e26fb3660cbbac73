import Statistics

/// Families with one number of valid interviews each, and the sum of their scores.
struct FamilyScores: Hashable, Sendable {
    /// Interviews of each family, at least 1.
    let interviews: Int
    /// How many families.
    let families: Int
    /// The sum of all their scores in billionths of 1.
    let scoreSum: Int

    /// The sum of the families' means: their scores over the interviews of each. Nil when a number is negative or
    /// there is no interview.
    var sumOfMeans: Fraction? {
        guard interviews > 0 else { return nil }
        return Fraction(Int128(scoreSum), over: Int128(interviews) * 1_000_000_000)
    }
}

extension [FamilyScores] {
    /// The mean of all families' means; nil when it cannot be held exactly, which takes families of dozens of
    /// different numbers of interviews.
    var mean: Mean? {
        var total = Fraction.zero
        var families = 0
        for scores in self {
            guard let means = scores.sumOfMeans, let sum = total.adding(means) else { return nil }
            total = sum
            families += scores.families
        }
        return Mean(total: total, count: families)
    }
}
