import Glibc

/// A right to do something in a home that one process at a time may do. The kernel gives it back when the process ends,
/// however it ends; programs that it starts do not inherit it.
package final class HomeClaim: Sendable {
    private let descriptor: Int32

    /// Takes the right, or finds that another process has it.
    /// - Parameter name: what is done, as the name of a file beside what else tells of the home's state.
    /// - Returns: nil when another process has it.
    package init?(_ name: String, in home: HomeFolder) throws(ClusterFault) {
        let path = "\(home.run)/\(name)"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .fileRefused("lock", path, errno: errno) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        let number = errno
        guard number == EWOULDBLOCK || number == EINTR else { throw .fileRefused("lock", path, errno: number) }
        return nil
    }

    deinit { close(descriptor) }
}
