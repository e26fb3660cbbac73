/// What one call of `Migrator.migrate()` did.
package struct MigrationReport: Sendable, Hashable {
    /// Names of the files that this call applied, in order; empty when nothing was missing.
    package let applied: [String]
}
