import Glibc
import PrivateCluster

/// Ends the servers in a scratch folder and removes the folder.
///
/// A small shell waits for the lock that the test process holds on its folder. When that process ends, by itself or by
/// `kill -9`, the kernel gives the lock back and the shell cleans up. It has a session of its own, so that an interrupt
/// typed at the terminal does not end it first.
enum ScratchWatcher {
    /// Ends the server whose files lie in the folder `$1`; nothing when there is none. A server is known by the folder
    /// on its command line, because a number may have been given to another process.
    private static let endServer = """
        end() {
            [ -f "$1/postmaster.pid" ] || return 0
            server=$(sed -n 1p "$1/postmaster.pid")
            socket=$(sed -n 5p "$1/postmaster.pid")
            lives() { grep -qaF -- "$1" "/proc/$server/cmdline" 2>/dev/null; }
            lives "$1" && kill -QUIT "$server"
            tries=0
            while lives "$1" && [ $tries -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
            lives "$1" && kill -KILL "$server"
            case "$socket" in /tmp/homeward-socket-*) rm -rf "$socket" ;; esac
            return 0
        }
        """

    /// Ends every server in the scratch folder `$1`, then removes it.
    private static let sweepFolder = """
        \(endServer)
        for place in "$1"/data "$1"/home-*/cluster "$1"/home-*/*/cluster; do end "$place"; done
        rm -rf "$1"
        """

    /// Ends the server of the home `$1`, then removes the home.
    static let sweepHome = """
        \(endServer)
        for place in "$1"/cluster "$1"/*/cluster; do end "$place"; done
        rm -rf "$1"
        """

    static func start(over folder: String) throws(ScratchFault) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let script = "cd /; trap '' INT TERM HUP; flock \"$1/\(ScratchFolder.lockName)\" true; \(sweepFolder)"
        let words = ["setsid", "sh", "-c", script, "sweep", folder]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for word in arguments { free(word) } }
        var process = pid_t()
        let status = posix_spawnp(&process, "setsid", &actions, nil, &arguments, environ)
        guard status == 0 else { throw ScratchFault("cannot start the watcher of \(folder)") }
    }

    /// Cleans up after test processes that ended together with their watcher.
    static func sweepFoldersLeftBehind() async throws {
        for folder in ScratchFolder.leftBehind() {
            _ = try await ProgramRun.of(["sh", "-c", sweepFolder, "sweep", folder], in: "/usr/bin")
        }
    }
}
