import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

/// What the application may ask of the schema that stands before every site.
@Suite struct DoorTests {
    @Test func `the application reads no table of the door`() async throws {
        try await ScratchPostgres.withDatabase { database in
            let target = ConnectionTarget(conninfo: database.conninfo(.administrator))
            let readable = try await Connection.withConnection(to: target) { connection in
                try await connection.query(
                    """
                    SELECT table_name::text FROM information_schema.role_table_grants
                    WHERE table_schema = 'door' AND grantee = 'homeward_application'
                    """
                ).column(0, as: String.self)
            }
            #expect(readable.isEmpty)
        }
    }
}
