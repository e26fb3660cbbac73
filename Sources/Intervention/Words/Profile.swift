import CivilDate

/// What is known of a child at referral that reports are cut by: codes, never an identity.
public struct Profile: Hashable, Sendable {
    /// The month of birth; never the day.
    public var birthMonth: CivilMonth?
    /// Sex as recorded.
    public var sex: Sex?
    /// A code of the jurisdiction's list.
    public var ethnicity: EthnicityCode?
    /// The authority that answers for the child.
    public var responsibleAuthority: AuthorityCode?
    /// Where the decile was read.
    public var deprivationIndex: DeprivationIndex?
    /// 1 (most deprived) to 10.
    public var deprivationDecile: DeprivationDecile?

    /// A profile of what is known; nil is not known.
    public init(
        birthMonth: CivilMonth? = nil, sex: Sex? = nil, ethnicity: EthnicityCode? = nil,
        responsibleAuthority: AuthorityCode? = nil, deprivationIndex: DeprivationIndex? = nil,
        deprivationDecile: DeprivationDecile? = nil
    ) {
        self.birthMonth = birthMonth
        self.sex = sex
        self.ethnicity = ethnicity
        self.responsibleAuthority = responsibleAuthority
        self.deprivationIndex = deprivationIndex
        self.deprivationDecile = deprivationDecile
    }
}

/// A code of an ethnicity list: two to eight capital letters or digits. Which codes there are depends on the
/// jurisdiction.
public struct EthnicityCode: Hashable, Sendable {
    /// The code itself.
    public let text: String

    /// A code, or nil when the text does not have the form of one.
    public init?(_ text: some StringProtocol) {
        guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy(CodeForm.isAlphanumeric) else { return nil }
        self.text = String(text)
    }
}

/// The code of a local authority: nine characters of the statistical geography (`E09000001`), `IE-...` in Ireland.
public struct AuthorityCode: Hashable, Sendable {
    /// The code itself.
    public let text: String

    /// A code, or nil when the text does not have the form of one. Which authorities exist is checked elsewhere.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let isIrish = bytes.starts(with: Array("IE-".utf8)) && (4...16).contains(bytes.count)
        guard bytes.count == 9 || isIrish, bytes.allSatisfy(CodeForm.isInner) else { return nil }
        self.text = String(text)
    }
}

/// A tenth of the areas of a nation by deprivation: 1 (most deprived) to 10.
public struct DeprivationDecile: Hashable, Comparable, Sendable {
    /// 1 to 10.
    public let number: Int

    /// A decile, or nil outside 1 to 10.
    public init?(_ number: Int) {
        guard (1...10).contains(number) else { return nil }
        self.number = number
    }

    /// More deprived comes first.
    public static func < (lhs: DeprivationDecile, rhs: DeprivationDecile) -> Bool {
        lhs.number < rhs.number
    }
}
