/// Numbers from -1 to 1 that lie evenly: how a site differs from the others. The number of a site depends on nothing but
/// seed and site, and over many sites the mean is 0 far more exactly than with dice.
struct Spread: Sendable {
    private let offset: UInt64
    private let stride: UInt64

    /// The spread of one trait over the sites.
    /// - Parameter trait: a number of the trait's own; traits of other numbers are independent.
    init(seed: UInt64, trait: UInt64) {
        var dice = Dice(seed: seed, 0x5350_5245_4144, trait)
        offset = dice.next()
        // Odd multiples of the golden section: the points of any run of sites fill the circle evenly.
        stride = 0x9E37_79B9_7F4A_7C15 &* (2 * trait + 1)
    }

    /// The number of a site.
    func value(of site: Int) -> Double {
        let point = offset &+ stride &* UInt64(site)
        return 2 * (Double(point >> 11) * 0x1p-53) - 1
    }
}
