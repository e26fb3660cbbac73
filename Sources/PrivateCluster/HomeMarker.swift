import FoundationEssentials

/// What `home.json` says of a home.
package struct HomeMarker: Sendable, Hashable, Codable {
    /// The layout's number; this program knows 1.
    package let format: Int
    /// Always `homeward`.
    package let product: String
    /// Whether everything in the home is invented. A home keeps what it was made with.
    package let simulated: Bool

    static let currentFormat = 1
    static let productName = "homeward"

    init(simulated: Bool) {
        format = Self.currentFormat
        product = Self.productName
        self.simulated = simulated
    }

    /// Reads a home's marker; nil when it has none.
    static func read(from home: HomeFolder) throws(ClusterFault) -> HomeMarker? {
        guard let bytes = try HostFile.read(home.markerFile) else { return nil }
        guard let marker = try? JSONDecoder().decode(HomeMarker.self, from: Data(bytes)), marker.product == productName
        else {
            throw ClusterFault(
                .foreignHome, .configuration, place: home.markerFile,
                "\(home.markerFile) is not a marker of Homeward: choose another home, or restore the file")
        }
        guard marker.format <= currentFormat else {
            throw ClusterFault(
                .unknownFormat, .configuration, place: home.markerFile,
                "\(home) was made by a newer Homeward (format \(marker.format)): use that version")
        }
        return marker
    }

    /// The marker's bytes, the same for the same marker.
    func encoded() throws(ClusterFault) -> [UInt8] {
        try StateText.encode(self)
    }
}
