/// Says how far long work has come: done, total, rate and the time left.
struct ProgressMeter: Sendable {
    private let console: Console
    private let start = ContinuousClock.now

    /// A meter that begins to count now.
    init(_ console: Console) {
        self.console = console
    }

    /// Shows work whose end is known.
    func show(_ what: String, done: Int, of total: Int) {
        guard console.showsProgress else { return }
        let rate = Double(done) / max(seconds, 0.001)
        let left = rate > 0 ? Int(Double(total - done) / rate) : 0
        console.progress("\(what): \(done) of \(total), \(Int(rate)) a second, \(left) s left")
    }

    /// Shows work whose end is not known.
    func show(_ what: String, done: Int) {
        guard console.showsProgress else { return }
        console.progress("\(what): \(done), \(Int(Double(done) / max(seconds, 0.001))) a second")
    }

    private var seconds: Double {
        let (seconds, attoseconds) = start.duration(to: .now).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
