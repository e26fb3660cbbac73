import RealModule

/// How many standard errors an interval reaches to either side: the two-sided quantile of the normal distribution.
package struct NormalQuantile: Hashable, Sendable {
    /// The quantile, greater than 0.
    package let z: Double

    private init(z: Double) {
        self.z = z
    }

    /// 95 % lie inside, for every interval that is printed beside a value.
    package static let z95 = NormalQuantile(z: 1.959963984540054)

    /// 99.8 % lie inside, for the outer limits of a chart.
    package static let z998 = NormalQuantile(z: 3.090232306167813)

    /// How much lies beyond it on one side: 0.025 or 0.001.
    package var tail: Double { Double.erfc(z / Double(2).squareRoot()) / 2 }
}
