import Intervention

/// Knows which child each reference stands for while a file is taken in: those on record, and those the file brings.
struct ChildDesk {
    private var known: [ChildRef: ChildID] = [:]

    /// Takes in the children that are on record.
    mutating func add(_ children: [ChildRef: ChildID]) {
        known.merge(children) { present, _ in present }
    }

    /// The child of a reference; nil when neither the record nor the file has brought it yet.
    func child(_ reference: ChildRef) -> ChildID? { known[reference] }

    /// The child of a row: the one of its reference, or a new one. Without a reference each row is a child of its own.
    mutating func child(of reference: ChildRef?) -> ChildID {
        guard let reference else { return .made() }
        if let child = known[reference] { return child }
        let child = ChildID.made()
        known[reference] = child
        return child
    }

    /// Gives a child that had no reference its own.
    mutating func name(_ child: ChildID, _ reference: ChildRef) {
        known[reference] = child
    }
}
