/// What an operator may set about a private cluster.
package struct ClusterSettings: Sendable, Hashable {
    /// The folder of PostgreSQL's server programs; nil looks for them.
    package var programsFolder: String?
    /// How long to wait for the server to start or stop, or for another command at work on the same home. Recovery
    /// after a crash of a large database takes minutes.
    package var patience: Duration

    /// Settings; every one has a default.
    package init(programsFolder: String? = nil, patience: Duration = .seconds(300)) {
        self.programsFolder = programsFolder
        self.patience = patience
    }
}
