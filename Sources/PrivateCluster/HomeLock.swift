import Glibc

/// Lets one process at a time start or stop the cluster of a home.
enum HomeLock {
    /// Holds the lock around `body`. The kernel gives it back when the process ends, however it ends; the server and
    /// other programs do not inherit it.
    ///
    /// - Throws: `busy` when another process kept it for longer than `patience`.
    static func hold<Result: Sendable>(
        _ home: HomeFolder, patience: Duration, _ body: () async throws(ClusterFault) -> Result
    ) async throws(ClusterFault) -> Result {
        let descriptor = open(home.lockFile, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .fileRefused("lock", home.lockFile, errno: errno) }
        defer { close(descriptor) }
        if geteuid() == 0 {
            // Made by root in another's home, it is that one's to use as well.
            let owner = try home.checkedOwner()
            fchown(descriptor, owner.account, owner.group)
        }
        let deadline = ContinuousClock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .fileRefused("lock", home.lockFile, errno: errno)
            }
            guard ContinuousClock.now < deadline else {
                throw ClusterFault(
                    .busy, .unavailable, place: home.path,
                    "another command has been at work on the cluster of \(home) for too long: wait for it, or end it"
                )
            }
            try await Pause.short()
        }
        return try await body()
    }
}
