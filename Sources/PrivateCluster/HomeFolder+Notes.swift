extension HomeFolder {
    /// The bytes of a small file beside the home's marker; nil when there is none.
    package func readNote(named name: String) throws(ClusterFault) -> [UInt8]? {
        try HostFile.read("\(run)/\(name)")
    }

    /// Writes a small file beside what else tells of the home's state, whole or not at all.
    package func writeNote(_ bytes: [UInt8], named name: String) throws(ClusterFault) {
        try HostFile.write(bytes, to: "\(run)/\(name)", mode: 0o600, owner: try checkedOwner())
    }
}
