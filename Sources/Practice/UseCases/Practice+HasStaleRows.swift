import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Whether rows of a site that are made from events have the form of another version of the program: `rebuild` makes
    /// them anew, and reports over them refuse until then.
    package func hasStaleRows(at site: SiteCode) async throws -> Bool {
        try await PracticeFault.translating {
            try await application.withLane { connection in
                let id = try await find(site, over: connection)
                return try await connection.transaction(scope: SiteScope.session(of: id), access: .readOnly) {
                    try await store.hasStaleRows(site: id, in: $0)
                }
            }
        }
    }
}
