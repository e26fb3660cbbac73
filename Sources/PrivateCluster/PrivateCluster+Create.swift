import Glibc

extension PrivateCluster {
    private static let buildingPrefix = "cluster.building-"

    /// Makes the cluster in a folder beside its place and renames it when it is whole, so that an interrupted creation
    /// leaves nothing that looks like a cluster.
    func createFiles(with programs: ServerPrograms, as identity: ServerIdentity) async throws(ClusterFault) {
        clearHalfMade()
        let building = "\(home.path)/\(Self.buildingPrefix)\(UInt64.random(in: .min ... .max))"
        let owner = identity.account.owner
        try HostFile.makeFolder(building, mode: 0o700, owner: owner)
        do throws(ClusterFault) {
            let words = [
                "initdb", "-D", building, "--username=\(ConnectionRole.administrator.name)", "--data-checksums",
                "--encoding=UTF8", "--locale=C.UTF-8", "--auth-local=peer", "--auth-host=reject", "--no-instructions",
            ]
            let run = try await ProgramRun.of(words, in: programs.folder, as: identity)
            guard run.succeeded else {
                if ClusterFault.tellsOfFullDisk(run.complaint) { throw .diskFull(home.path, run.complaint) }
                throw ClusterFault(
                    .programFailed, .cannotCreate, place: home.cluster,
                    "PostgreSQL could not make a cluster in \(home): see that the disk has room and can be written,"
                        + " then run the command again",
                    details: run.complaint)
            }
            let settingsFile = "\(building)/postgresql.conf"
            let settings = try HostFile.read(settingsFile) ?? []
            try HostFile.write(
                settings + Array(ServerConfiguration.includeLine.utf8), to: settingsFile, mode: 0o600, owner: owner)
            let marker = try StateText.encode(ClusterFolder.Marker())
            try HostFile.write(marker, to: "\(building)/\(ClusterFolder.markerName)", mode: 0o600, owner: owner)
            guard rename(building, home.cluster) == 0 else {
                throw .fileRefused("create the folder", home.cluster, errno: errno)
            }
            try HostFile.syncFolder(holding: home.cluster)
            clearHalfMade()
        } catch {
            try? HostFile.removeTree(building)
            throw error
        }
    }

    /// Removes what killed starts left. An `initdb` of theirs may still be at work in it, so what resists is left to
    /// the next time; it is in nobody's way.
    private func clearHalfMade() {
        for name in (try? HostFile.names(in: home.path)) ?? [] where name.hasPrefix(Self.buildingPrefix) {
            try? HostFile.removeTree("\(home.path)/\(name)")
        }
    }
}
