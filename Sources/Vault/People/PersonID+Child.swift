import Intervention

extension PersonID {
    /// A child as a person: the record and the particulars know it by the same id.
    package init(child: ChildID) {
        self.init(high: child.high, low: child.low)
    }
}
