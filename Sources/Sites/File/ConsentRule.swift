/// Who has to consent before a family is treated. Services differ: some ask one willing adult, others the young person
/// too (`uk.md` 4).
package enum ConsentRule: String, CaseIterable, Hashable, Sendable {
    /// One willing carer is enough.
    case oneCarer = "one-carer"
    /// Carers and the child.
    case carersAndChild = "carers-and-child"

    /// The rule for people.
    package var title: String {
        switch self {
        case .oneCarer: "one willing carer"
        case .carersAndChild: "the carers and the child"
        }
    }
}
