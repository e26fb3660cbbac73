/// Who has which connection and who waits: the rules of a pool, without connections, clocks or tasks.
///
/// Callers are served in the order in which they came. A connection that is given back goes to the first who waits; a
/// place for a new connection that becomes free goes to the first who waits as well, who then makes the connection.
struct PoolLedger<Resource, Waiter> {
    /// The order in which callers came.
    typealias Ticket = UInt64

    /// What a caller gets.
    enum Grant {
        /// A connection that was idle.
        case resource(Resource)
        /// The right to make a connection.
        case place
        /// Nothing yet: wait.
        case nothing
        /// Nothing ever: the pool is closed.
        case closed
    }

    /// What is to be done for somebody who waited.
    struct Serving {
        let waiter: Waiter
        let grant: Grant
    }

    private let size: Int
    /// Last in, first out, so that the busiest connections stay warm.
    private var idle: [Resource] = []
    /// Connections lent, and being made.
    private(set) var lentCount = 0
    private var waiters: [(ticket: Ticket, waiter: Waiter)] = []
    private var lastTicket: Ticket = 0
    private(set) var isClosed = false

    init(size: Int) {
        self.size = size
    }

    var idleCount: Int { idle.count }
    var waitingCount: Int { waiters.count }

    /// A caller's place in the order.
    mutating func draw() -> Ticket {
        lastTicket += 1
        return lastTicket
    }

    /// A caller asks for the first time. Whoever waits already goes first.
    mutating func ask() -> Grant {
        if isClosed { return .closed }
        guard waiters.isEmpty else { return .nothing }
        return next()
    }

    /// A caller who got nothing waits, in the order of tickets. What can be granted after all is granted to the first.
    mutating func wait(_ ticket: Ticket, _ waiter: Waiter) -> Serving? {
        if isClosed { return Serving(waiter: waiter, grant: .closed) }
        let index = waiters.firstIndex { $0.ticket > ticket } ?? waiters.endIndex
        waiters.insert((ticket, waiter), at: index)
        return serve()
    }

    /// A caller does not wait any longer. Nil when it has been served already.
    mutating func leave(_ ticket: Ticket) -> Waiter? {
        guard let index = waiters.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        return waiters.remove(at: index).waiter
    }

    /// A connection comes back in good order. When the pool is closed it stays with the caller, who closes it.
    mutating func giveBack(_ resource: Resource) -> (serving: Serving?, surplus: Resource?) {
        lentCount -= 1
        if isClosed { return (nil, resource) }
        idle.append(resource)
        return (serve(), nil)
    }

    /// A connection was given up, or could not be made: its place is free.
    mutating func giveUp() -> Serving? {
        lentCount -= 1
        return isClosed ? nil : serve()
    }

    /// Nothing is lent from now on. Gives all who wait, and the idle connections, to be closed.
    mutating func close() -> (waiters: [Waiter], idle: [Resource]) {
        isClosed = true
        defer {
            waiters = []
            idle = []
        }
        return (waiters.map(\.waiter), idle)
    }

    private mutating func next() -> Grant {
        if let resource = idle.popLast() {
            lentCount += 1
            return .resource(resource)
        }
        guard lentCount < size else { return .nothing }
        lentCount += 1
        return .place
    }

    private mutating func serve() -> Serving? {
        guard let first = waiters.first else { return nil }
        switch next() {
        case .nothing, .closed: return nil
        case let grant:
            waiters.removeFirst()
            return Serving(waiter: first.waiter, grant: grant)
        }
    }
}
