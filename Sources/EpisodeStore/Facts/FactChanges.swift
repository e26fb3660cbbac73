import EpisodeEngine
import Intervention
import Vault

/// Versions of facts that end or are new.
struct FactChanges {
    private let keys: FactKeys
    private let codes: TeamCodes
    private var ended: [FactEnd] = []
    private var added: [FactRow] = []
    private var endedSpells: [FactEnd] = []
    private var addedSpells: [CareSpellRow] = []
    private var endedModelFacts: [FactEnd] = []
    private var addedModelFacts: [ModelFactRow] = []
    private var endedInterviews: [FactEnd] = []
    private var addedInterviews: [InterviewFactRow] = []

    init(keys: FactKeys, codes: TeamCodes) {
        self.keys = keys
        self.codes = codes
    }

    /// Takes what no table has yet out of an episode's trail.
    mutating func add(_ state: inout StreamState<EpisodeStream>) throws(StoreFault) {
        let (superseded, unwritten) = (state.trail.superseded, state.trail.unwritten)
        let (supersededFacts, newFacts) = (state.trail.modelFacts.superseded, state.trail.modelFacts.unwritten)
        let (supersededInterviews, newInterviews) = (
            state.trail.interviews.superseded, state.trail.interviews.unwritten
        )
        guard
            !unwritten.isEmpty || !newFacts.isEmpty || !supersededFacts.isEmpty || !newInterviews.isEmpty
                || !supersededInterviews.isEmpty
        else { return }
        guard FactRow.make(unwritten, of: state.id, keys: keys, codes: codes, into: &added) else {
            throw StoreFault(.unknownTeam)
        }
        let key = keys.key(of: state.id)
        if let superseded, let knownTo = superseded.knownTo {
            ended.append(FactEnd(owner: key, key: key, version: superseded.version, knownTo: knownTo))
        }
        for version in supersededFacts {
            guard let knownTo = version.knownTo else { continue }
            let fact = version.fact.id.key(in: state.id, keys)
            endedModelFacts.append(FactEnd(owner: key, key: fact, version: version.version, knownTo: knownTo))
        }
        for version in newFacts {
            addedModelFacts.append(ModelFactRow(version, of: state.id, owner: key, keys: keys))
        }
        for version in supersededInterviews {
            guard let knownTo = version.knownTo else { continue }
            let interview = keys.key(of: version.fact.id, in: state.id)
            endedInterviews.append(FactEnd(owner: key, key: interview, version: version.version, knownTo: knownTo))
        }
        for version in newInterviews {
            guard let row = InterviewFactRow(version, of: state.id, owner: key, keys: keys, codes: codes) else {
                throw StoreFault(.unknownTeam)
            }
            addedInterviews.append(row)
        }
        state.markWritten()
    }

    /// Takes what no table has yet out of a child's trail.
    mutating func add(_ state: inout StreamState<ChildStream>) {
        let (superseded, unwritten) = (state.trail.spells.superseded, state.trail.spells.unwritten)
        guard !unwritten.isEmpty || !superseded.isEmpty else { return }
        let owner = keys.key(of: state.id)
        for version in superseded {
            guard let knownTo = version.knownTo else { continue }
            let key = version.fact.id.key(in: state.id, keys)
            endedSpells.append(FactEnd(owner: owner, key: key, version: version.version, knownTo: knownTo))
        }
        for version in unwritten {
            addedSpells.append(CareSpellRow(version, of: state.id, owner: owner, keys: keys))
        }
        state.markWritten()
    }

    func appendStatements(of site: SiteID, to list: inout StatementList) {
        list.append(ended, FactRow.end, of: site)
        list.append(added, FactRow.insert, of: site)
        list.append(endedSpells, CareSpellRow.end, of: site)
        list.append(addedSpells, CareSpellRow.insert, of: site)
        list.append(endedModelFacts, ModelFactRow.end, of: site)
        list.append(addedModelFacts, ModelFactRow.insert, of: site)
        list.append(endedInterviews, InterviewFactRow.end, of: site)
        list.append(addedInterviews, InterviewFactRow.insert, of: site)
    }
}
