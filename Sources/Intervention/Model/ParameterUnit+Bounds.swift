extension ParameterUnit {
    /// Whether a parameter in this unit can have such bounds.
    func admits(_ bounds: ParameterBounds) -> Bool {
        switch (self, bounds) {
        case (.days, .whole(let range)), (.months, .whole(let range)), (.years, .whole(let range)),
            (.families, .whole(let range)), (.contactsPerWeek, .whole(let range)),
            (.criteria, .whole(let range)), (.raters, .whole(let range)):
            range.lowerBound >= 0
        case (.score, .billionths(let range)), (.share, .billionths(let range)):
            range.lowerBound >= 0 && range.upperBound <= AdherenceScore.whole
        case (.choice, .choices(let list)):
            !list.isEmpty && Set(list).count == list.count && !list.contains(where: \.isBlank)
        default: false
        }
    }
}

extension ParameterValue {
    /// Whether this is a number less than another of the same kind.
    func isBelow(_ other: ParameterValue) -> Bool {
        switch (self, other) {
        case (.whole(let own), .whole(let others)): own < others
        case (.billionths(let own), .billionths(let others)): own < others
        default: false
        }
    }
}
