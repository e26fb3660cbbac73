import EpisodeEngine
import Intervention
import Vault

/// Versions of facts that end or are new.
struct FactChanges {
    private let keys: FactKeys
    private let codes: TeamCodes
    private var ended: [FactRow.Ended] = []
    private var added: [FactRow] = []

    init(keys: FactKeys, codes: TeamCodes) {
        self.keys = keys
        self.codes = codes
    }

    /// Takes what no table has yet out of an episode's trail.
    mutating func add(_ state: inout StreamState<EpisodeStream>) throws(StoreFault) {
        let (superseded, unwritten) = (state.trail.superseded, state.trail.unwritten)
        guard !unwritten.isEmpty else { return }
        let key = keys.key(of: state.id)
        if let superseded, let knownTo = superseded.knownTo {
            ended.append(FactRow.Ended(key: key, version: superseded.version, knownTo: knownTo))
        }
        for version in unwritten {
            guard let row = FactRow(version, key: key, codes: codes) else { throw StoreFault(.unknownTeam) }
            added.append(row)
        }
        state.markWritten()
    }

    func appendStatements(of site: SiteID, to list: inout StatementList) {
        list.append(ended, FactRow.end, of: site)
        list.append(added, FactRow.insert, of: site)
    }
}
