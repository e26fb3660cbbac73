import Glibc

extension ServerIdentity {
    /// The accounts that may run the server when root starts one, in the order in which they are looked for: what the
    /// packages of Debian, macOS and the BSDs make, then one that an operator may make for this.
    package static let accountNames = ["postgres", "_postgres", "postgresql", "pgsql", "homeward"]

    /// The identity for files that are to be made: the caller's own, or, as root, the first of ``accountNames`` that
    /// exists.
    package static func forNewCluster() throws(ClusterFault) -> ServerIdentity {
        let caller = HostAccount.current
        guard caller.isRoot else { return .caller(caller) }
        return try .account(firstKnown(accountNames) { HostAccount(named: $0) }, passingClosedFolders: false)
    }

    /// The first account of a list that the machine has.
    static func firstKnown(
        _ names: [String], _ lookup: (String) -> HostAccount?
    ) throws(ClusterFault) -> HostAccount {
        for name in names {
            if let account = lookup(name), !account.isRoot { return account }
        }
        throw ClusterFault(
            .noServerAccount, .configuration, place: "/etc/passwd",
            "PostgreSQL does not run as root, and none of the accounts \(names.joined(separator: ", ")) exists: make"
                + " one with `useradd --system homeward`, or run the command as an ordinary user")
    }

    /// The identity that runs the cluster of a home.
    ///
    /// An ordinary caller runs it as itself. Root runs it as the account that owns the cluster's files, else as the one
    /// that owns the home, else as the first of ``accountNames``.
    ///
    /// - Parameters:
    ///   - home: a home that has been created.
    ///   - clusterOwner: whom the cluster's files belong to; nil while there are none.
    static func running(_ home: HomeFolder, clusterOwner: uid_t?) throws(ClusterFault) -> ServerIdentity {
        let caller = HostAccount.current
        let homeOwner = try home.checkedOwner().account
        if let clusterOwner, clusterOwner == 0 || (!caller.isRoot && clusterOwner != caller.number) {
            let owner = HostAccount(number: clusterOwner)?.name ?? "account \(clusterOwner)"
            let remedy =
                clusterOwner == 0
                ? "PostgreSQL does not run as root; give the folder to the server's account with `chown -R`"
                : "run the command as \(owner) or root"
            throw ClusterFault(
                .wrongOwner, .noPermission, place: home.cluster, "\(home.cluster) belongs to \(owner): \(remedy)")
        }
        guard caller.isRoot else { return .caller(caller) }
        let account: HostAccount
        if let number = clusterOwner ?? (homeOwner == 0 ? nil : homeOwner) {
            account = try known(number, owning: home)
        } else {
            account = try firstKnown(accountNames) { HostAccount(named: $0) }
        }
        return try opening(home, to: account)
    }

    private static func known(_ number: uid_t, owning home: HomeFolder) throws(ClusterFault) -> HostAccount {
        if let account = HostAccount(number: number) { return account }
        throw ClusterFault(
            .wrongOwner, .noPermission, place: home.path,
            "\(home) belongs to account \(number), which this machine does not have: make the account, or give the"
                + " folder to another with `chown -R`")
    }

    /// Adds the capability to walk through closed folders, when the way to the home needs it.
    private static func opening(_ home: HomeFolder, to account: HostAccount) throws(ClusterFault) -> ServerIdentity {
        let steps = FolderAccess.steps(to: home.realPath ?? home.path)
        guard let closed = FolderAccess.firstClosed(to: account, among: steps) else {
            return .account(account, passingClosedFolders: false)
        }
        guard FolderAccess.canBePassed else {
            throw ClusterFault(
                .closedFolder, .noPermission, place: closed,
                "the server's account \(account.name) cannot enter \(closed): open it with `chmod o+x \(closed)`, or"
                    + " choose a home elsewhere")
        }
        return .account(account, passingClosedFolders: true)
    }
}
