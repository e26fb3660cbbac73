import Disclosure

extension Release {
    /// Tells what follows from the meaning of an edition's rows, and of its models.
    /// - Throws: `DisclosureFault` when the counts do not fulfil it.
    mutating func tellMeaning(of grids: [EditionGrid], by rules: EditionRules) throws(DisclosureFault) {
        try tellKnown(of: grids)
        try tellNations(of: grids)
        try tellModels(of: grids, by: rules)
    }

    /// Tells what follows from the meaning of the rows: whoever counts as interviewed had an interview.
    private mutating func tellKnown(of grids: [EditionGrid]) throws(DisclosureFault) {
        for grid in grids where grid.answers.contains(where: { $0.name == "interviewed: yes" }) {
            for place in grid.places.indices {
                for time in grid.times.indices {
                    func figure(_ answer: String) -> Int? {
                        self.place(
                            of: CellID([answer, grid.places[place].name, grid.model, grid.times[time].name]))
                    }
                    guard let yes = figure("interviewed: yes"), let no = figure("interviewed: no"),
                        let adherent = figure("adherent: yes"), let other = figure("adherent: no"),
                        let none = figure("adherent: without an interview")
                    else { continue }
                    try tell(
                        "whoever counts as interviewed had an interview", [(adherent, 1), (other, 1), (yes, -1)],
                        atLeast: 0)
                    try tell(
                        "whoever counts as not interviewed had no interview", [(none, 1), (no, -1)], atLeast: 0)
                }
            }
        }
    }

    /// Tells that a nation is its sites, where another table of the edition tells those apart. A site that the table does not
    /// have counts nothing.
    private mutating func tellNations(of grids: [EditionGrid]) throws(DisclosureFault) {
        let bySite = grids.filter { $0.isOfNations != true && $0.places.count > 1 }
        for grid in grids where grid.isOfNations == true {
            for other in bySite where (other.model, other.quarters) == (grid.model, grid.quarters) {
                for place in EditionGrid.leaves(grid.places) {
                    let sites = Set(grid.sites[place])
                    let (leaves, theirs) = (EditionGrid.leaves(other.places), other.sites)
                    let parts = leaves.filter { sites.isSuperset(of: theirs[$0]) }
                    guard leaves.allSatisfy({ parts.contains($0) || sites.isDisjoint(with: theirs[$0]) }) else {
                        continue
                    }
                    try tell(parts, of: other, addUpTo: place, of: grid)
                }
            }
        }
    }

    /// Tells it of each row that both tables have.
    private mutating func tell(
        _ parts: [Int], of other: EditionGrid, addUpTo place: Int, of grid: EditionGrid
    ) throws(DisclosureFault) {
        for (answer, row) in grid.answers.enumerated() {
            guard let twin = other.answers.firstIndex(where: { $0.name == row.name }) else { continue }
            for time in grid.times.indices {
                guard let whole = self.place(of: grid.figure(answer, place, time)) else { continue }
                let sites = parts.compactMap { self.place(of: other.figure(twin, $0, time)) }
                guard sites.count == parts.count, !sites.isEmpty else { continue }
                try tellOnce(sites, addUpTo: whole)
            }
        }
    }

    /// Tells that the models add up to all of them together, where each counts a row as all together do.
    private mutating func tellModels(
        of grids: [EditionGrid], by rules: EditionRules
    ) throws(DisclosureFault) {
        let models = Set(grids.map(\.model)).subtracting([EditionShape.allModels]).sorted()
        for grid in grids where grid.model == EditionShape.allModels {
            for answer in grid.answers.indices {
                for time in grid.times.indices {
                    let (row, days) = (grid.answers[answer].name, grid.times[time].name)
                    guard let whole = place(of: grid.figure(answer, 0, time)) else { continue }
                    let parts = models.compactMap { place(of: CellID([row, EditionShape.network, $0, days])) }
                    guard !parts.isEmpty else { continue }
                    let name = "the models within \(cells[whole].id)"
                    if parts.count == models.count {
                        try tell(name, parts.map { ($0, 1) } + [(whole, -1)], atLeast: 0, atMost: 0)
                    } else {
                        // Models that are not printed are few families, whatever the whole is exempt from.
                        try tell(
                            remainderOf: [whole], without: parts, within: 0, by: rules.stricter, called: name)
                    }
                }
            }
        }
    }
}
