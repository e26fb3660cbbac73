import Glibc

/// The folder that holds everything a run of Homeward keeps: its cluster, its keys and the state of what runs.
///
/// It is recognised by its marker file; a folder with other things in it is never taken over.
package struct HomeFolder: Sendable, Hashable, CustomStringConvertible {
    /// The folder's absolute path, without a slash at its end.
    package let path: String

    /// A home at a path; a relative one is meant from the current folder. Nothing is made yet.
    package init(path: String) {
        var whole = path
        if !path.hasPrefix("/"), let here = getcwd(nil, 0) {
            defer { free(here) }
            whole = String(cString: here) + "/" + path
        }
        // `..` is left alone: after a symbolic link it means another folder than the text suggests.
        let parts = whole.split(separator: "/").filter { $0 != "." }
        self.path = "/" + parts.joined(separator: "/")
    }

    /// PostgreSQL's files; mode 0700, owned by the server's account.
    package var cluster: String { "\(path)/cluster" }

    /// Key files; mode 0700, owned by the home's owner.
    package var keys: String { "\(path)/keys" }

    /// The lock and the state of what runs; mode 0700, owned by the home's owner.
    package var run: String { "\(path)/run" }

    /// The file by which the folder is recognised.
    package var markerFile: String { "\(path)/home.json" }

    /// Held while a cluster is being started or stopped.
    var lockFile: String { "\(run)/lock" }

    /// Where the running server's socket lies.
    var stateFile: String { "\(run)/cluster.json" }

    /// The path.
    package var description: String { path }

    /// The path with every symbolic link followed; nil while the folder is not there.
    var realPath: String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
