/// What provision by social care says of a child beside a fact of the model: the record of social care knows of a plan
/// also where nobody wrote such a fact down.
public struct ProvisionStatus: Hashable, Sendable {
    /// What is provided.
    public var kind: ProvisionKind
    /// The field of the fact that says the same.
    public var field: FieldKey
    /// Its word from the first day of a spell on.
    public var during: ChoiceCode
    /// Its word from the day on which a spell had ended.
    public var after: ChoiceCode
    /// Its word from that day on when the child is looked after at the closing.
    public var inCare: ChoiceCode

    /// What provision says.
    public init(
        _ kind: ProvisionKind, field: FieldKey, during: ChoiceCode, after: ChoiceCode, inCare: ChoiceCode
    ) {
        self.kind = kind
        self.field = field
        self.during = during
        self.after = after
        self.inCare = inCare
    }

    /// The words as tests of the field.
    var tests: [FieldTest] { [FieldTest(field, in: [during, after, inCare])] }
}
