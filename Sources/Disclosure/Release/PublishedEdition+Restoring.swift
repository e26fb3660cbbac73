extension Pattern {
    /// The pattern of an edition that is out: what the rules alone demanded, and what was withheld besides.
    /// - Parameter secondary: where the figures stand that were withheld for the sake of others.
    package init(of release: Release, withheldForOthers secondary: [Int]) {
        self.init(primaryOf: release)
        for cell in secondary where release.cells.indices.contains(cell) { withhold(cell) }
    }

    /// Where the figures of this edition stand that were withheld for the sake of others.
    package func withheldForOthers(in release: Release) -> [Int] {
        release.cells.indices.filter { release.cells[$0].earlier == nil && self[$0] == .secondary }
    }
}

extension PublishedEdition {
    /// Where a figure of this edition stands in a release that it was added to; nil when it has none of that name.
    package func place(of cell: CellID, in release: Release) -> Int? { release.place(of: id(of: cell)) }
}
