import Intervention

/// Keeps a claim while its work goes on, and stops the work when the claim was taken over.
struct Heartbeat {
    private let ledger: Ledger
    private let claim: Claim
    private let leaseSeconds: Int

    init(_ ledger: Ledger, _ claim: Claim, leaseSeconds: Int) {
        self.ledger = ledger
        self.claim = claim
        self.leaseSeconds = leaseSeconds
    }

    /// Runs `body`, saying three times a lease that the worker lives.
    /// - Throws: what `body` throws; ``JobFault/lost(_:)``.
    func during(_ body: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await body()
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: .milliseconds(leaseSeconds * 1000 / 3))
                    // A beat that fails is no reason to give up: the lease says by itself when it is over.
                    if (try? await ledger.beat(claim, leaseSeconds: leaseSeconds)) == false {
                        throw JobFault.lost(claim.key)
                    }
                }
            }
            defer { group.cancelAll() }
            _ = try await group.next()
        }
    }
}
