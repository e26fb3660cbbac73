/// What requests are counted by. None of it comes from a request's path, query or headers.
struct RequestKind: Hashable, Sendable {
    let route: String
    let method: String
    let status: Int
}

/// Durations of the requests of a route, sorted into classes.
struct DurationHistogram: Sendable {
    /// The upper ends of the classes in milliseconds; above the last there is one more.
    static let bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]

    /// How many fell into each class, not added up.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var sum = Duration.zero

    var total: Int { counts.reduce(0, +) }

    mutating func add(_ duration: Duration) {
        let place = Self.bounds.firstIndex { duration <= .milliseconds($0) } ?? Self.bounds.count
        counts[place] += 1
        sum += duration
    }
}

/// Counts requests.
actor WebMetrics {
    /// All counts at one moment.
    struct Snapshot: Sendable {
        let inFlight: Int
        let requests: [RequestKind: Int]
        let durations: [String: DurationHistogram]
    }

    private var inFlight = 0
    private var requests: [RequestKind: Int] = [:]
    private var durations: [String: DurationHistogram] = [:]

    func began() {
        inFlight += 1
    }

    func ended(_ kind: RequestKind, after duration: Duration) {
        inFlight -= 1
        requests[kind, default: 0] += 1
        durations[kind.route, default: DurationHistogram()].add(duration)
    }

    var snapshot: Snapshot { Snapshot(inFlight: inFlight, requests: requests, durations: durations) }
}
