/// One number by which a profile withholds or rounds, with where it comes from: every edition carries those it was made
/// by.
package struct ProfileParameter: Sendable, Hashable {
    /// What it is called in an edition.
    package let name: String
    /// The number.
    package let value: Int
    /// What it counts.
    package let unit: String
    /// Where it comes from, with its mark: V read in a public source, I decided by us.
    package let source: String
}
