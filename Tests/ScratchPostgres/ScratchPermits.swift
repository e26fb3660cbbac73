/// A number of permits, handed out in the order in which they were asked for.
actor ScratchPermits {
    static let databases = ScratchPermits(ScratchPostgres.lentAtOnce)
    static let clusters = ScratchPermits(2)

    /// Whether this task, or one that it is a child of, holds a permit already: a test that borrows a second database
    /// must not wait for itself.
    @TaskLocal private static var held = false

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = count
    }

    nonisolated func withPermit<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        if Self.held { return try await body() }
        await take()
        do {
            let result = try await Self.$held.withValue(true) { try await body() }
            await give()
            return result
        } catch {
            await give()
            throw error
        }
    }

    private func take() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
