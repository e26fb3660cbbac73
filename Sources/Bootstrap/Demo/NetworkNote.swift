import CivilDate
import FoundationEssentials
import PrivateCluster
import Simulation

/// What a home notes of the invented network in it once it is whole: a network without a note was never finished.
struct NetworkNote: Codable, Hashable, Sendable {
    /// How many sites.
    let sites: Int
    /// How many families in the whole network.
    let families: Int
    /// How many months of history.
    let months: Int
    /// What chance began with.
    let seed: UInt64
    /// The day before which the history ends.
    let until: String

    init(_ request: SimulationRequest) {
        sites = request.sites
        families = request.families
        months = request.months
        seed = request.seed
        until = request.until.description
    }

    /// The note of a home; nil when there is none.
    static func read(from home: HomeFolder) throws(ClusterFault) -> NetworkNote? {
        try home.readNote(named: name).flatMap { try? JSONDecoder().decode(NetworkNote.self, from: Data($0)) }
    }

    /// Writes the note, whole or not at all.
    func write(to home: HomeFolder) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try home.writeNote(Array(try encoder.encode(self)), named: NetworkNote.name)
    }

    private static let name = "network.json"
}

extension NetworkNote: CustomStringConvertible {
    /// `24 sites, 3000 families, 36 months to 2026-11-21, seed 1`.
    var description: String {
        "\(sites) sites, \(families) families, \(months) months to \(until), seed \(seed)"
    }
}
