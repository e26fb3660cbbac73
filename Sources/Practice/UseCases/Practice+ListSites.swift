import Postgres
import Sites

extension Practice {
    /// The sites that the asker may know of, with their teams, by code: all, or those of an account's grants.
    package func sites() async throws -> [Site] {
        try await withDirectory { transaction, own in
            try await SiteDirectory.list(own, in: transaction)
        }
    }
}
