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
        let ranked = closures.keys.sorted { (closures[$0] ?? 0, $0) < (closures[$1] ?? 0, $1) }
        var group = ranked.filter { (closures[$0] ?? 0) < profile.fewestClosures }
        let others = ranked.dropFirst(group.count)
        for other in others {
            let sum = group.reduce(0) { $0 + (closures[$1] ?? 0) }
            guard !group.isEmpty, group.count < Self.fewestMembers || sum < profile.fewestClosures else { break }
            group.append(other)
        }
        together = group.count > 1 ? group.sorted() : []
    }
}
