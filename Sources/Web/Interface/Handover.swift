/// Hands parts from who reads them to who writes them, one at a time: nobody reads further ahead than one part.
actor Handover {
    private var part: [UInt8]?
    private var isFinished = false
    private var isGivenUp = false
    private var taker: CheckedContinuation<Void, Never>?
    private var giver: CheckedContinuation<Void, Never>?

    /// Gives a part, and waits until it is taken.
    /// - Throws: `CancellationError` when nobody takes it any more.
    func give(_ bytes: [UInt8]) async throws(CancellationError) {
        guard !isGivenUp else { throw CancellationError() }
        part = bytes
        wake(&taker)
        await withCheckedContinuation { giver = $0 }
        guard !isGivenUp else { throw CancellationError() }
    }

    /// Says that nothing more comes.
    func finish() {
        isFinished = true
        wake(&taker)
    }

    /// The next part, when it comes; nil after the last.
    func take() async -> [UInt8]? {
        while part == nil, !isFinished { await withCheckedContinuation { taker = $0 } }
        let taken = part
        part = nil
        wake(&giver)
        return taken
    }

    /// Says that nothing more is taken.
    func giveUp() {
        isGivenUp = true
        wake(&giver)
    }

    private func wake(_ waiter: inout CheckedContinuation<Void, Never>?) {
        waiter?.resume()
        waiter = nil
    }
}
