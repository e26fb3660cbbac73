import FoundationEssentials
import Glibc
import Postgres

/// What lies in a home's cluster folder.
enum ClusterFolder: Sendable {
    /// Nothing yet.
    case absent
    /// A cluster that Homeward made.
    case ours(major: Int, owner: uid_t)

    static let markerName = "homeward-cluster.json"

    /// What the marker in a cluster folder says.
    struct Marker: Codable, Sendable {
        var format = 1
        var product = "homeward"
    }

    /// Looks into the folder.
    ///
    /// - Throws: `foreignCluster` when Homeward did not make it, `damagedCluster` when parts are missing.
    static func inspect(_ home: HomeFolder) throws(ClusterFault) -> ClusterFolder {
        let place = home.cluster
        guard let facts = FileFacts(path: place) else { return .absent }
        guard facts.kind == .folder else { throw foreign(place) }
        guard let marker = try HostFile.read("\(place)/\(markerName)") else { throw foreign(place) }
        guard let known = try? JSONDecoder().decode(Marker.self, from: Data(marker)), known.product == "homeward" else {
            throw foreign(place)
        }
        guard known.format == 1 else {
            throw ClusterFault(
                .unknownFormat, .configuration, place: place,
                "\(place) was made by a newer Homeward (format \(known.format)): use that version")
        }
        guard let bytes = try HostFile.read("\(place)/PG_VERSION"),
            let version = PostgresRelease(printed: String(decoding: bytes, as: UTF8.self)),
            FileFacts(path: "\(place)/global/pg_control")?.kind == .file
        else {
            throw ClusterFault(
                .damagedCluster, .configuration, place: place,
                "\(place) is not whole (PG_VERSION or global/pg_control is missing): restore it from a backup")
        }
        return .ours(major: version.major, owner: facts.owner)
    }

    private static func foreign(_ place: String) -> ClusterFault {
        ClusterFault(
            .foreignCluster, .configuration, place: place,
            "\(place) was not made by Homeward (it has no \(markerName)): move it away, or choose another home")
    }
}
