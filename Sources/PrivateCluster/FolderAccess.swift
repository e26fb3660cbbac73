import Glibc

/// Which folder on the way to a place is closed to an account.
enum FolderAccess {
    /// A folder on the way and what the file system says of it.
    struct Step: Sendable {
        let path: String
        let facts: FileFacts
    }

    /// The first folder that `account`, in no other group than its own, may not walk through; nil when the way is open.
    static func firstClosed(to account: HostAccount, among steps: [Step]) -> String? {
        steps.first { step in
            let bit: mode_t =
                if step.facts.owner == account.number {
                    S_IXUSR
                } else if step.facts.group == account.group {
                    S_IXGRP
                } else {
                    S_IXOTH
                }
            return step.facts.mode & bit == 0
        }?.path
    }

    /// The folders from `/` down to `path`, which has no symbolic links in it.
    static func steps(to path: String) -> [Step] {
        var steps: [Step] = []
        var place = path
        while true {
            if let facts = FileFacts(path: place) { steps.append(Step(path: place, facts: facts)) }
            if place == "/" { return steps.reversed() }
            place = HostFile.parent(of: place)
        }
    }

    /// Whether this process may lend others the capability to walk through closed folders (CAP_DAC_READ_SEARCH, number
    /// 2).
    static var canBePassed: Bool {
        guard let bytes = try? HostFile.read("/proc/self/status") else { return false }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return ["CapEff:", "CapBnd:"].allSatisfy { name in
            guard let line = lines.first(where: { $0.hasPrefix(name) }) else { return false }
            let digits = line.dropFirst(name.count).filter { !$0.isWhitespace }
            return (UInt64(digits, radix: 16) ?? 0) & 1 << 2 != 0
        }
    }
}
