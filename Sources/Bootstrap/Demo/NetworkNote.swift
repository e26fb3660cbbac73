import CivilDate
import FoundationEssentials
import PrivateCluster
import Simulation

/// What a home notes of the invented network in it: from what it is being made, and then that it is whole.
struct NetworkNote: Codable, Hashable, Sendable {
    /// How far the network is.
    enum State: String, Codable, Sendable {
        /// It was begun; if nobody is at work on it, it was never finished.
        case making
        /// It is whole.
        case made
    }

    /// How far the network is.
    let state: State
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

    init(_ state: State, _ request: SimulationRequest) {
        self.state = state
        sites = request.sites
        families = request.families
        months = request.months
        seed = request.seed
        until = request.until.description
    }

    /// The note of a home; nil when there is none.
    /// - Throws: status 78 when there is one that this program cannot read: what it says is not guessed.
    static func read(from home: HomeFolder) throws -> NetworkNote? {
        guard let bytes = try home.readNote(named: name) else { return nil }
        guard let note = try? JSONDecoder().decode(NetworkNote.self, from: Data(bytes)) else {
            throw CommandFault(
                .configuration,
                "\(home.run)/\(name) is not what this program writes: choose another home with --home, or remove this one"
            )
        }
        return note
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
