import Subprocess

/// One run of a program of PostgreSQL, or of the operating system, to its end.
package struct ProgramRun: Sendable {
    /// Whether it ended with status 0.
    package let succeeded: Bool
    /// What it printed, without surrounding white space.
    package let output: String
    /// What it said on standard error, without surrounding white space.
    package let complaint: String

    /// Settings of libpq that would send a program elsewhere than told.
    private static let strayVariables: [String] = [
        "PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGPASSFILE", "PGSERVICE",
        "PGSERVICEFILE",
        "PGSYSCONFDIR", "PGOPTIONS", "PGDATA", "PGAPPNAME", "PGSSLMODE", "PGREQUIRESSL", "PGREQUIREPEER",
        "PGREQUIREAUTH",
        "PGGSSENCMODE", "PGTARGETSESSIONATTRS", "PGCLIENTENCODING", "PGDATESTYLE", "PGTZ", "PGCONNECT_TIMEOUT",
        "PGCTLTIMEOUT", "PG_COLOR", "PSQLRC",
    ]

    /// Runs `words[0]`, looked for in `folder` and then where the system keeps its programs, and waits for its end.
    ///
    /// It works in `/`, because the caller's folder may be closed to the account it runs as, and speaks English in
    /// UTF-8.
    ///
    /// - Throws: `programFailed` when it could not be run at all; a status other than 0 is in the result.
    package static func of(
        _ words: [String], in folder: String, as identity: ServerIdentity? = nil
    ) async throws(ClusterFault) -> ProgramRun {
        // `env` changes the folder, because Subprocess takes one only as a type of another package.
        let arguments = ["--chdir=/"] + (identity?.prefix ?? []) + words
        var changes: [Environment.Key: String?] = [
            "PATH": "\(folder):/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        ]
        for name in strayVariables {
            if let key = Environment.Key(rawValue: name) { changes.updateValue(nil, forKey: key) }
        }
        do {
            let result = try await run(
                .name("env"), arguments: Arguments(arguments), environment: .inherit.updating(changes),
                output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
            // `env` and `setpriv` answer so when the program itself cannot be run.
            if case .exited(let status) = result.terminationStatus, status == 126 || status == 127 {
                throw unusable(words, folder, result.standardError.trimmed)
            }
            return ProgramRun(
                succeeded: result.terminationStatus.isSuccess, output: result.standardOutput.trimmed,
                complaint: result.standardError.trimmed)
        } catch let fault as ClusterFault {
            throw fault
        } catch {
            throw unusable(words, folder, String(describing: error))
        }
    }

    private static func unusable(_ words: [String], _ folder: String, _ details: String) -> ClusterFault {
        ClusterFault(
            .programFailed, .configuration, place: folder,
            "cannot run \(words.first ?? "") (looked for in \(folder), /usr/sbin, /usr/bin, /sbin and /bin):"
                + " install it, or mend its permissions and those of its folder",
            details: details)
    }
}

extension String {
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
