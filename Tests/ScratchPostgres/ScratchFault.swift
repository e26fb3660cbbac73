/// Why the scratch cluster could not serve a test.
package struct ScratchFault: Error, CustomStringConvertible {
    /// What failed, with what PostgreSQL's programs said.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
