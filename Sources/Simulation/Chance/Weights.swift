/// Values with how often each is to come, in a fixed order.
struct Weights<Value: Sendable>: Sendable {
    private let values: [Value]
    private let limits: [Double]
    private let total: Double

    /// Values with their weights; at least one.
    init(_ first: (Value, Double), _ others: (Value, Double)...) {
        var values = [first.0]
        var limits = [first.1]
        var total = first.1
        for (value, weight) in others {
            total += weight
            values.append(value)
            limits.append(total)
        }
        self.values = values
        self.limits = limits
        self.total = total
    }

    /// The value that a fraction from 0 to 1 falls on.
    func value(at unit: Double) -> Value {
        let point = unit * total
        let place = limits.firstIndex { point < $0 } ?? values.count - 1
        return values[place]
    }
}
