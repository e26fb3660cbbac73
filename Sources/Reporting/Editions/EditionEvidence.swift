import Disclosure

/// All that certain readers have at hand: an edition that is worked out, and those that they have already.
struct EditionEvidence {
    /// The tables of the edition.
    let grids: [EditionGrid]
    /// Its figures, in the order of ``grids``.
    let own: Release
    /// The editions that its readers have, by number.
    let earlier: [EarlierEdition]
    /// How many records changed since each that shares days with it.
    let changed: [EditionNumber: Int]
    /// How its figures are treated.
    let rules: EditionRules

    /// Only those editions of it that everybody has.
    var ofEverybody: EditionEvidence {
        EditionEvidence(grids: grids, own: own, earlier: earlier.filter(\.isPublic), changed: changed, rules: rules)
    }

    /// Only what was out before.
    var before: EditionEvidence {
        EditionEvidence(grids: [], own: Release(), earlier: earlier, changed: [:], rules: rules)
    }

    /// Everything printed, and all that can be reckoned from it. The edition's own figures come first.
    /// - Throws: `DisclosureFault` `contradiction`.
    func release() throws(DisclosureFault) -> Release {
        var all = own
        try all.tellMeaning(of: grids, by: rules)
        let links = EditionLinks([grids] + earlier.map(\.grids), changed: changed)
        for (place, edition) in earlier.enumerated() {
            let published = try edition.published.adding(zeros: links.zeros(before: place + 1))
            try all.add(published, changed: changed[edition.number] ?? 0)
        }
        for (later, edition) in earlier.enumerated() {
            for before in 0..<later {
                guard let changed = self.changed(later + 1, before + 1) else { continue }
                try all.tellEqual(links.common(later + 1, before + 1), changed) { [all] id in
                    (edition.published.place(of: id, in: all), earlier[before].published.place(of: id, in: all))
                }
            }
        }
        for sum in links.sums {
            let whole = sum.whole.compactMap { self.place($0, in: all) }
            let parts = sum.parts.compactMap { self.place($0, in: all) }
            guard whole.count == sum.whole.count, parts.count == sum.parts.count else { continue }
            try all.tell(sum, whole, parts)
        }
        return all
    }

    private func place(_ place: EditionLinks.Place, in release: Release) -> Int? {
        place.edition == 0
            ? release.place(of: place.id) : earlier[place.edition - 1].published.place(of: place.id, in: release)
    }

    /// How many records changed between two editions, by their place; nil when they share no day.
    func changed(_ one: Int, _ other: Int) -> Int? {
        guard one > 0 else { return other > 0 ? changed[earlier[other - 1].number] : nil }
        guard other > 0 else { return changed[earlier[one - 1].number] }
        let (first, second) = (earlier[one - 1], earlier[other - 1])
        return first.changed[second.number] ?? second.changed[first.number]
    }
}

extension Release {
    /// Tells that figures of two editions are equal but for the records that changed.
    fileprivate mutating func tellEqual(
        _ names: [CellID], _ changed: Int, places: (CellID) -> (Int?, Int?)
    ) throws(DisclosureFault) {
        for id in names {
            guard case (let one?, let two?) = places(id) else { continue }
            try tell(
                "at most \(changed) records changed between two editions of \(id)", [(one, 1), (two, -1)],
                atLeast: -changed, atMost: changed)
        }
    }

    /// Tells that figures lie within another, and what is left of it.
    fileprivate mutating func tell(
        _ sum: EditionLinks.Sum, _ whole: [Int], _ parts: [Int]
    ) throws(DisclosureFault) {
        let name =
            words(parts) + " within " + words(whole)
            + (sum.limit > 0 ? ", at most \(sum.limit) records changed in between" : "")
        guard sum.isComplete || whole.isEmpty else {
            return try tell(
                remainderOf: whole, without: parts, within: sum.limit, by: cells[whole[0]].rule, called: name)
        }
        try tell(
            name, parts.map { ($0, 1) } + whole.map { ($0, -1) }, atLeast: sum.isComplete ? -sum.limit : nil,
            atMost: sum.limit)
    }

    private func words(_ figures: [Int]) -> String {
        figures.isEmpty ? "nothing" : figures.map { cells[$0].id.description }.joined(separator: " + ")
    }
}
