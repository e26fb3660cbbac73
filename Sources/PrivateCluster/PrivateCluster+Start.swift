import Glibc
import Postgres

extension PrivateCluster {
    /// Makes the home and the cluster where they are missing, starts the server, and returns when it accepts
    /// connections and has the database `homeward`. A server that runs already is left running. Two calls at once, in
    /// one process or in two, both return the same server.
    @discardableResult
    package func start() async throws(ClusterFault) -> RunningCluster {
        try home.create()
        return try await HomeLock.hold(home, patience: settings.patience) { () async throws(ClusterFault) in
            try await startUnderLock()
        }
    }

    /// What `start` does once the home is made and its lock is held.
    func startUnderLock() async throws(ClusterFault) -> RunningCluster {
        let folder = try ClusterFolder.inspect(home)
        let major: Int?
        let identity: ServerIdentity
        switch folder {
        case .absent: (major, identity) = (nil, try .running(home, clusterOwner: nil))
        case .ours(let version, let owner): (major, identity) = (version, try .running(home, clusterOwner: owner))
        }
        let programs = try await ServerPrograms.find(chosen: settings.programsFolder, major: major)
        if case .absent = folder { try await createFiles(with: programs, as: identity) }
        let cluster = try await serve(with: programs, as: identity)
        // A stop that was killed may have left its note on a server that goes on living.
        try note(isStopped: nil)
        return cluster
    }

    /// A server that answers and has the database. One that was dying when it was found is replaced.
    private func serve(
        with programs: ServerPrograms, as identity: ServerIdentity
    ) async throws(ClusterFault) -> RunningCluster {
        let deadline = ContinuousClock.now + .seconds(10)
        while true {
            let cluster = try await runServer(with: programs, as: identity)
            do throws(ClusterFault) {
                try await ensureDatabase(in: cluster, with: programs)
                return cluster
            } catch {
                guard ContinuousClock.now < deadline else { throw error }
            }
            try await Pause.short()
        }
    }

    /// The server that runs already and can be reached, else a new one.
    private func runServer(
        with programs: ServerPrograms, as identity: ServerIdentity
    ) async throws(ClusterFault) -> RunningCluster {
        let deadline = ContinuousClock.now + settings.patience
        while let server = try ServerProcess.living(in: home) {
            if let cluster = try accepting(server, major: programs.version.major) { return cluster }
            // Ready, yet its socket is gone: somebody emptied the folder. Only a new start makes another.
            if server.phase == .ready { try await endServer(forGood: false) }
            guard ContinuousClock.now < deadline else { throw slow(server) }
            try await Pause.short()
        }
        try prepareStart(as: identity)
        return try await launch(with: programs, as: identity, until: deadline)
    }

    /// Writes the server's files and makes its socket folder.
    private func prepareStart(as identity: ServerIdentity) throws(ClusterFault) {
        let homeOwner = try home.checkedOwner()
        let account = identity.account
        let sockets = try SocketFolder.again(try ClusterState.read(from: home), for: account, homeOwner: homeOwner)
        try ClusterState(socketFolder: sockets, serverAccount: account.name).write(to: home)
        let known = ["root", account.name, HostAccount.current.name, HostAccount(number: homeOwner.account)?.name]
        let files = [
            ServerConfiguration.settingsName: ServerConfiguration.settings(socketFolder: sockets),
            "pg_hba.conf": ServerConfiguration.access,
            "pg_ident.conf": ServerConfiguration.map(accounts: known.compactMap { $0 }),
        ]
        for (name, text) in files {
            try HostFile.write(Array(text.utf8), to: "\(home.cluster)/\(name)", mode: 0o600, owner: account.owner)
        }
    }

    /// Starts the server; tries again while processes of a killed one still hold its memory.
    private func launch(
        with programs: ServerPrograms, as identity: ServerIdentity, until deadline: ContinuousClock.Instant
    ) async throws(ClusterFault) -> RunningCluster {
        let journal = "\(home.cluster)/start.log"
        let seconds = max(1, settings.patience.components.seconds)
        let words = ["pg_ctl", "start", "-w", "-s", "-t", "\(seconds)", "-D", home.cluster, "-l", journal]
        while true {
            try clearForeignNumber()
            unlink(journal)
            let run = try await ProgramRun.of(words, in: programs.folder, as: identity)
            if run.succeeded, let server = try ServerProcess.living(in: home),
                let cluster = try accepting(server, major: programs.version.major)
            {
                return cluster
            }
            let said = String(decoding: (try? HostFile.read(journal)) ?? [], as: UTF8.self)
            let heldBack = said.contains("is still in use") || said.contains("lock file")
            if ClusterFault.tellsOfFullDisk(run.complaint + said) { throw .diskFull(home.cluster, run.complaint) }
            guard heldBack, ContinuousClock.now < deadline else {
                throw ClusterFault(
                    .startFailed, .unavailable, place: home.cluster,
                    "PostgreSQL did not start in \(home.cluster): its reasons stand in \(journal) and in the folder log"
                        + " beside it", details: "\(run.complaint) \(said.suffix(2_000))")
            }
            try await Pause.short()
        }
    }

    /// Removes a `postmaster.pid` left by a killed server whose number another process bears now, or a zombie:
    /// PostgreSQL sees only that the number is taken, and would refuse. Processes of the killed server that still live
    /// are found by PostgreSQL through its shared memory.
    private func clearForeignNumber() throws(ClusterFault) {
        guard let recorded = try ServerProcess.recorded(in: home.cluster), recorded.isNumberTaken,
            !recorded.lives(in: home)
        else { return }
        unlink("\(home.cluster)/postmaster.pid")
    }

    /// Makes the database, unless it is there: a start may have been killed between the server and this.
    private func ensureDatabase(
        in cluster: RunningCluster, with programs: ServerPrograms
    ) async throws(ClusterFault) {
        let name = RunningCluster.databaseName
        let probe = ["psql", "-X", "-w", "-q", "-d", cluster.connectInfo(role: .administrator), "-c", "\\q"]
        if try await ProgramRun.of(probe, in: programs.folder).succeeded { return }
        let make = ["createdb", "-w", "-h", cluster.socketFolder, "-U", ConnectionRole.administrator.name, name]
        let run = try await ProgramRun.of(make, in: programs.folder)
        if run.succeeded { return }
        if try await ProgramRun.of(probe, in: programs.folder).succeeded { return }
        throw ClusterFault(
            .programFailed, .unavailable, place: home.cluster,
            "the database \(name) could not be made in \(home.cluster): see its folder log, then run the command again",
            details: run.complaint)
    }

    private func slow(_ server: ServerProcess) -> ClusterFault {
        ClusterFault(
            .startFailed, .unavailable, place: home.cluster,
            "the server (process \(server.number)) of \(home) does not accept connections yet: run the command again"
        )
    }
}
