import Dispatch

/// Where passwords are hashed: so many at once and no more, the others in the order in which they came. A flood of guesses
/// neither fills the memory (128 MiB a hash) nor keeps the rest of the programme waiting.
package actor HashingDesk {
    private var free: Int
    private let longestQueue: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let queue = DispatchQueue(label: "homeward.accounts.hashing", attributes: .concurrent)
    private(set) var mostAtOnce = 0
    private var working = 0

    /// - Parameters:
    ///   - atOnce: how many hashes are computed beside each other.
    ///   - longestQueue: how many may wait; who comes later is told to come again.
    package init(atOnce: Int = 2, longestQueue: Int = 100) {
        free = atOnce
        self.longestQueue = longestQueue
    }

    /// The most that were computed at the same time so far.
    package var peak: Int { mostAtOnce }

    /// Does the work of one hash on a thread of its own.
    /// - Throws: ``SignInFault/busy``; what `work` throws.
    func compute<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await take()
        defer { give() }
        working += 1
        mostAtOnce = max(mostAtOnce, working)
        defer { working -= 1 }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }

    private func take() async throws {
        if free > 0 {
            free -= 1
            return
        }
        guard waiting.count < longestQueue else { throw SignInFault.busy }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
