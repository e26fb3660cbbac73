import Postgres
import Sites

extension Practice {
    /// All sites with their teams, by code.
    package func sites() async throws -> [Site] {
        try await PracticeFault.translating {
            try await application.transaction(isolation: .repeatableRead, access: .readOnly) { transaction in
                try await SiteDirectory.list(in: transaction)
            }
        }
    }
}
