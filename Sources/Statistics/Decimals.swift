/// How many decimals a figure is shown with.
package enum Decimals: Int, CaseIterable, Hashable, Sendable {
    case none = 0
    case one = 1
    case two = 2

    /// The number itself.
    package var number: Int { rawValue }
}
