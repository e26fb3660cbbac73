import Disclosure

extension EditionDifference {
    /// The counts of two editions, and those of the first one's records by the rule of the second.
    struct Recount {
        /// What the first counted.
        let then: [CellID: Int]
        /// What the second counted.
        let now: [CellID: Int]
        /// The first one's records by the rule of the second; nil where they cannot be counted by it any more.
        let again: [CellID: Int]?
        /// Whether one program with the same models counted both.
        let isOneRule: Bool
        /// Whether both withhold and round by the same numbers.
        let isOneProfile: Bool

        /// Why a figure is printed otherwise.
        func cause(of id: CellID?) -> Cause {
            let (then, now) = (id.flatMap { self.then[$0] }, id.flatMap { self.now[$0] })
            // A figure that moved without its count is withheld or rounded otherwise.
            guard then != now else { return .rule }
            // By one rule nothing but the data moves a count.
            guard !isOneRule else { return isOneProfile ? .data : .both }
            guard let again else { return .unknown }
            let rerun = id.flatMap { again[$0] }
            guard rerun != now else { return .rule }
            return then != rerun || !isOneProfile ? .both : .data
        }
    }
}
