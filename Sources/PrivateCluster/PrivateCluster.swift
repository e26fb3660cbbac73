/// A PostgreSQL of Homeward's own: made, started, looked after and stopped under a home.
///
/// The server outlives the process that started it. It keeps its word after `kill -9` of either: PostgreSQL's
/// durability is left on, data pages carry checksums, and a half-made cluster never stands under its final name.
package struct PrivateCluster: Sendable {
    /// The home that holds it.
    package let home: HomeFolder
    /// What the operator set.
    package let settings: ClusterSettings

    /// The cluster of a home, whether or not it exists yet.
    package init(home: HomeFolder, settings: ClusterSettings = ClusterSettings()) {
        self.home = home
        self.settings = settings
    }
}
