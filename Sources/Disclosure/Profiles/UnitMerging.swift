/// Which units are put together since they are too small to stand alone.
package struct UnitMerging: Sendable, Hashable {
    /// So many at least are put together where there are as many: of two, each has its own figures exactly, and takes them
    /// away from those of both. [I]
    package static let fewestMembers = 3

    /// The units that are put together, sorted by name; empty, or two at least.
    package let together: [String]

    /// Puts all units below the profile's limit together, and the smallest of the others with them while the group is
    /// below the limit itself or has too few members. Of units of the same size the first by name comes first.
    /// - Parameter closures: How many closures each unit has in the whole of the edition's period.
    package init(_ closures: [String: Int], by profile: DisclosureProfile) {
        self.init(closures, fewest: profile.fewestClosures, members: Self.fewestMembers)
    }

    /// Puts all units below a limit together, and the smallest of the others with them while the group is below it itself
    /// or has too few members.
    /// - Parameters:
    ///   - sizes: how large each unit is.
    ///   - fewest: how large it has to be to stand alone.
    ///   - members: how many units a group has at least.
    package init(_ sizes: [String: Int], fewest: Int, members: Int) {
        let ranked = sizes.keys.sorted { (sizes[$0] ?? 0, $0) < (sizes[$1] ?? 0, $1) }
        var group = ranked.filter { (sizes[$0] ?? 0) < fewest }
        let others = ranked.dropFirst(group.count)
        for other in others {
            let sum = group.reduce(0) { $0 + (sizes[$1] ?? 0) }
            guard !group.isEmpty, group.count < members || sum < fewest else { break }
            group.append(other)
        }
        together = group.count > 1 ? group.sorted() : []
    }
}
