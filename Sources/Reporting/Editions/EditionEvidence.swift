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

    /// Only those editions of it that everybody has.
    var ofEverybody: EditionEvidence {
        EditionEvidence(grids: grids, own: own, earlier: earlier.filter(\.isPublic), changed: changed)
    }

    /// Only what was out before.
    var before: EditionEvidence {
        EditionEvidence(grids: [], own: Release(), earlier: earlier, changed: [:])
    }

    /// Everything printed, and all that can be reckoned from it. The edition's own figures come first.
    /// - Throws: `DisclosureFault` `contradiction`.
    func release() throws(DisclosureFault) -> Release {
        var all = own
        try all.tellMeaning(of: grids)
        for edition in earlier { try all.add(edition.published, changed: changed[edition.number] ?? 0) }
        let links = EditionLinks([grids] + earlier.map(\.grids), changed: changed)
        for (later, edition) in earlier.enumerated() {
            for before in 0..<later {
                guard let changed = self.changed(later + 1, before + 1) else { continue }
                try all.tellEqual(links.common(later + 1, before + 1), changed) { [all] id in
                    (edition.published.place(of: id, in: all), earlier[before].published.place(of: id, in: all))
                }
            }
        }
        for sum in links.sums {
            let places = ([sum.whole] + sum.parts).compactMap { place in self.place(place, in: all) }
            guard places.count == sum.parts.count + 1 else { continue }
            try all.tell(sum, places[0], Array(places.dropFirst()))
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
        _ sum: EditionLinks.Sum, _ whole: Int, _ parts: [Int]
    ) throws(DisclosureFault) {
        let name =
            parts.map { cells[$0].id.description }.joined(separator: " + ") + " within \(cells[whole].id)"
            + (sum.limit > 0 ? ", at most \(sum.limit) records changed in between" : "")
        guard sum.isComplete else {
            return try tell(remainderOf: whole, without: parts, within: sum.limit, called: name)
        }
        try tell(name, parts.map { ($0, 1) } + [(whole, -1)], atLeast: -sum.limit, atMost: sum.limit)
    }
}
