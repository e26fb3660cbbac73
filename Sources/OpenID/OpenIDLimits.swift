import CivilDate

/// How much of a provider's bytes and clock is borne with.
enum OpenIDLimits {
    /// The largest answer, in bytes.
    static let answer = 131_072
    /// The largest token, in bytes.
    static let token = 16_384
    /// The most keys in a set.
    static let keys = 64
    /// By how much two clocks may differ, in microseconds.
    static let skew: Int64 = 60_000_000
    /// How old a token may be when it comes, in microseconds: it was made for this sign-in.
    static let tokenAge: Int64 = 600_000_000
    /// How long what a provider says of itself and its keys are taken as said, in microseconds: a key that it withdraws is
    /// trusted no longer.
    static let memory: Int64 = 3_600_000_000
    /// How often a key that is not known may make us ask for the keys again, in microseconds.
    static let betweenKeys: Int64 = 60_000_000
}
