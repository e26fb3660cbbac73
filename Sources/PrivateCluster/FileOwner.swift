import Glibc

/// Whom a file or folder belongs to.
struct FileOwner: Sendable, Hashable {
    /// The account's number.
    let account: uid_t
    /// The group's number.
    let group: gid_t
}
