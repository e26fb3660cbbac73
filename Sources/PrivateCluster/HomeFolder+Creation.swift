import Glibc

extension HomeFolder {
    /// Makes the home and its folders where they are missing, and sets their permissions. Safe to repeat, and by two
    /// programs at once.
    ///
    /// A home of root's gets mode 0711, so that the server's account can walk to its cluster; anybody else's 0700.
    ///
    /// - Parameter simulated: what the marker of a new home says; a home that exists keeps its own.
    /// - Returns: the home's marker.
    /// - Throws: `foreignHome` when the folder holds something else, `wrongOwner` when it is another account's.
    @discardableResult
    package func create(simulated: Bool = false) throws(ClusterFault) -> HomeMarker {
        try Self.makeParents(of: path)
        try HostFile.makeFolder(path, mode: 0o700)
        let owner = try checkedOwner()
        let marker: HomeMarker
        if let found = try HomeMarker.read(from: self) {
            marker = found
        } else {
            marker = try takeOver(simulated: simulated, owner: owner)
        }
        let mode: mode_t = owner.account == 0 ? 0o711 : 0o700
        guard chmod(path, mode) == 0 else { throw .fileRefused("set the permissions of", path, errno: errno) }
        for folder in [keys, run] { try HostFile.makeFolder(folder, mode: 0o700, owner: owner) }
        return marker
    }

    /// The marker of an existing home; nil when there is no home.
    package func marker() throws(ClusterFault) -> HomeMarker? {
        guard FileFacts(path: path) != nil else { return nil }
        _ = try checkedOwner()
        return try HomeMarker.read(from: self)
    }

    /// Whom the home belongs to: the caller, or anybody when the caller is root.
    func checkedOwner() throws(ClusterFault) -> FileOwner {
        var entry = stat()
        guard stat(path, &entry) == 0 else { throw .fileRefused("read", path, errno: errno) }
        let caller = HostAccount.current
        guard caller.isRoot || entry.st_uid == caller.number else {
            let owner = HostAccount(number: entry.st_uid)?.name ?? "account \(entry.st_uid)"
            throw ClusterFault(
                .wrongOwner, .noPermission, place: path,
                "\(path) belongs to \(owner): run the command as \(owner), or choose another home")
        }
        return FileOwner(account: entry.st_uid, group: entry.st_gid)
    }

    /// Marks an empty folder as a home.
    private func takeOver(simulated: Bool, owner: FileOwner) throws(ClusterFault) -> HomeMarker {
        // A draft of the marker may be another creator's, at work this moment or killed before it was done.
        let others = try HostFile.names(in: path).filter { !$0.hasPrefix("home.json") }
        if !others.isEmpty {
            if let marker = try HomeMarker.read(from: self) { return marker }
            throw ClusterFault(
                .foreignHome, .configuration, place: path,
                "\(path) holds files but no home.json: it is no home of Homeward; choose another folder or an empty one"
            )
        }
        let marker = HomeMarker(simulated: simulated)
        try HostFile.write(marker.encoded(), to: markerFile, mode: 0o644, owner: owner)
        return marker
    }

    private static func makeParents(of path: String) throws(ClusterFault) {
        let parent = HostFile.parent(of: path)
        var entry = stat()
        if stat(parent, &entry) == 0 { return }
        try makeParents(of: parent)
        guard mkdir(parent, 0o755) == 0 || errno == EEXIST else {
            throw .fileRefused("create the folder", parent, errno: errno)
        }
    }
}
