import Glibc

extension ClusterFault {
    /// The operating system refused something with a file or folder.
    ///
    /// - Parameters:
    ///   - attempt: what was tried, as a verb: `create`, `read`, `lock`.
    ///   - number: the value of `errno`.
    static func fileRefused(_ attempt: String, _ path: String, errno number: Int32) -> ClusterFault {
        let reason = String(cString: strerror(number))
        let remedy: String
        let category: Category
        switch number {
        case EACCES, EPERM:
            (category, remedy) = (.noPermission, "run the command as the account that owns the folder, or as root")
        case EROFS:
            (category, remedy) = (.cannotCreate, "choose a home on a disk that can be written")
        case ENOSPC, EDQUOT:
            (category, remedy) = (.diskFull, "make room on the disk and run the command again")
        case ENOTDIR, EEXIST:
            (category, remedy) = (.cannotCreate, "move the file that is in the way")
        default:
            (category, remedy) = (.cannotCreate, "mend that and run the command again")
        }
        return ClusterFault(
            .fileRefused, category, place: path, "cannot \(attempt) \(path): \(reason); \(remedy)",
            details: "errno \(number)")
    }

    /// PostgreSQL found no room on the disk.
    static func diskFull(_ place: String, _ details: String) -> ClusterFault {
        ClusterFault(
            .fileRefused, .diskFull, place: place,
            "the disk of \(place) is full: make room on it and run the command again", details: details)
    }

    /// Whether the words of one of PostgreSQL's programs, which are English, say that the disk is full.
    static func tellsOfFullDisk(_ words: String) -> Bool {
        words.contains("No space left on device") || words.contains("Disk quota exceeded")
    }
}
