/// Numbers from -1 to 1 that lie evenly: how a site differs from the others. The number of a site depends on nothing but
/// seed and site, and over many sites the mean is 0 far more exactly than with dice.
struct Spread: Sendable {
    private let offset: UInt64
    private let stride: UInt64

    /// The spread of one trait over the sites.
    /// - Parameter trait: 0 to 4; each has steps of its own.
    init(seed: UInt64, trait: UInt64) {
        var dice = Dice(seed: seed, 0x5350_5245_4144, trait)
        offset = dice.next()
        stride = Spread.strides[Int(trait) % Spread.strides.count]
    }

    /// The number of a site.
    func value(of site: Int) -> Double {
        let point = offset &+ stride &* UInt64(site)
        return 2 * (Double(point >> 11) * 0x1p-53) - 1
    }

    /// The golden section and the fractions of the square roots of 2, 3, 7 and 13: steps of these lengths around a circle
    /// fill it evenly however many they are.
    private static let strides: [UInt64] = [
        0x9E37_79B9_7F4A_7C15, 0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B,
        0xA54F_F53A_5F1D_36F1, 0x9B05_688C_2B3E_6C1F,
    ]
}
