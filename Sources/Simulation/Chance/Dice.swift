import Intervention

/// A stream of random numbers that is the same on every machine (splitmix64): whole numbers, and of the operations on
/// fractions only those that IEEE 754 makes exact.
struct Dice: Sendable {
    private var state: UInt64

    /// The stream of a place: the same seed and the same path give the same numbers, and those of other paths say
    /// nothing about them.
    init(seed: UInt64, _ path: UInt64...) {
        var key = Dice.mixed(seed &+ Dice.step)
        for part in path { key = Dice.mixed((key ^ Dice.mixed(part &+ Dice.step)) &+ Dice.step) }
        state = key
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= Dice.step
        return Dice.mixed(state)
    }

    /// A fraction from 0 up to but not including 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something of this probability happens.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// A whole number, each of the range as likely as another.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        let count = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
    }

    /// A fraction between two others.
    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    /// A number around 0 with a spread of 1 that looks like a normal deviate: the sum of four fractions, at most 3.46
    /// away. A logarithm or a cosine would not be the same on every machine.
    mutating func bell() -> Double { (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772 }

    /// One of a list, each as often as its weight says.
    mutating func pick<Value>(_ weights: Weights<Value>) -> Value { weights.value(at: unit()) }

    /// An id of the form of a random UUID (RFC 9562, version 4).
    mutating func id<Subject>() -> RecordID<Subject> {
        RecordID(
            high: next() & ~0xF000 | 0x4000, low: next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
