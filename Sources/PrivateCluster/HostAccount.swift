import Glibc

/// An account of the operating system.
package struct HostAccount: Sendable, Hashable {
    /// Its name, as peer authentication sees it.
    package let name: String
    /// Its number.
    package let number: uid_t
    /// The number of its first group.
    package let group: gid_t

    /// An account whose facts are known.
    package init(name: String, number: uid_t, group: gid_t) {
        self.name = name
        self.number = number
        self.group = group
    }

    /// The account of this name; nil when the machine has none.
    package init?(named name: String) {
        self.init { entry, buffer, size, found in getpwnam_r(name, entry, buffer, size, found) }
    }

    /// The account with this number; nil when the machine has none.
    package init?(number: uid_t) {
        self.init { entry, buffer, size, found in getpwuid_r(number, entry, buffer, size, found) }
    }

    private typealias Lookup = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private init?(_ lookup: Lookup) {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        let account = buffer.withUnsafeMutableBufferPointer { storage -> HostAccount? in
            guard let start = storage.baseAddress, lookup(&entry, start, storage.count, &found) == 0, found != nil
            else { return nil }
            return HostAccount(name: String(cString: entry.pw_name), number: entry.pw_uid, group: entry.pw_gid)
        }
        guard let account else { return nil }
        self = account
    }

    /// The account this process acts as. One without an entry on the machine (a container's bare number) gets its
    /// number as a name.
    package static var current: HostAccount {
        let number = geteuid()
        return HostAccount(number: number) ?? HostAccount(name: String(number), number: number, group: getegid())
    }

    /// Whether this is the machine's root.
    package var isRoot: Bool { number == 0 }

    var owner: FileOwner { FileOwner(account: number, group: group) }
}
