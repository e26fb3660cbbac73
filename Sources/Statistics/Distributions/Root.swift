/// Where a monotone function crosses 0.
enum Root {
    /// The crossing between two arguments, to the last digits that a double has.
    /// - Parameter function: negative on one side of it and positive on the other.
    static func between(_ low: Double, _ high: Double, of function: (Double) -> Double) -> Double {
        var (low, high) = (low, high)
        let rises = function(low) < 0
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return middle }
            let value = function(middle)
            if value == 0 { return middle }
            if (value < 0) == rises { low = middle } else { high = middle }
        }
    }

    /// The crossing above an argument, which is looked for in steps that double.
    static func above(_ low: Double, of function: (Double) -> Double) -> Double {
        let sign = function(low) < 0
        var step = max(1, low)
        while (function(low + step) < 0) == sign { step *= 2 }
        return between(low, low + step, of: function)
    }
}
