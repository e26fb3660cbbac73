/// In which role of the database a connection works.
package enum ConnectionRole: String, Sendable, Hashable, CaseIterable {
    /// The cluster's superuser, made with the cluster: for migrations and repair only.
    case administrator = "homeward"
    /// The role of the program's own work: may append to the record, never change it.
    case application = "homeward_application"
    /// The role that reads the reporting schema, over all sites.
    case reporting = "homeward_reporting"

    /// The role's name in PostgreSQL.
    package var name: String { rawValue }
}
