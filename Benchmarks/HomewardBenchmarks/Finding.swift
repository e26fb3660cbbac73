/// What came of a run.
struct Finding: CustomStringConvertible {
    /// How much was done: reads, rows, events, commands.
    let count: Int
    /// In how much time.
    let time: Duration
    /// What else the runner reads of it; empty when it reads nothing.
    var note = ""

    /// One line that the runner reads: `count seconds`, and the note behind.
    var description: String { "\(count) \(time / .seconds(1))" + (note.isEmpty ? "" : " " + note) }

    /// Does something again and again for some time.
    /// - Parameter once: tells how much it did.
    static func repeating(for time: Duration, _ once: () async throws -> Int) async throws -> Finding {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: time)
        var count = 0
        while clock.now < end { count += try await once() }
        return Finding(count: count, time: start.duration(to: clock.now))
    }
}
