import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Practice
import Vault

/// Decides about each row of a file: compares the last import, the file and the record, and asks the engine.
///
/// It reads and changes nothing of the database: what there is was loaded before, what is decided is appended later.
struct RowJudge {
    let site: RegisterSite
    let file: String
    /// The columns that the file has.
    let columns: Set<RegisterColumn>
    /// Why corrections are made; nil in a trial.
    let narrative: NarrativeReference?
    let rules: SiteRules
    /// What is known of the licences of the teams.
    let licensing: Licensing
    private(set) var desk = ChildDesk()
    private let teamCodes: [TeamID: TeamCode]

    init(
        site: RegisterSite, file: String, columns: Set<RegisterColumn>, rules: SiteRules,
        licensing: Licensing, narrative: NarrativeReference? = nil
    ) {
        self.site = site
        self.file = file
        self.columns = columns
        self.rules = rules
        self.licensing = licensing
        self.narrative = narrative
        teamCodes = Dictionary(site.teams.values.map { ($0.id, $0.code) }) { first, _ in first }
    }

    /// Takes in the children that a chunk found.
    mutating func meet(_ chunk: RegisterChunk) {
        desk.add(chunk.named)
    }

    /// Decides about the row at a place of a chunk.
    mutating func judge(_ position: Int, of chunk: RegisterChunk) throws -> RowVerdict {
        let line = chunk.lines[position]
        let place = ImportPlace(file: file, line: line.line)
        let base = chunk.bases[chunk.keys[position]]
        guard let state = chunk.episodes[line.row.episodeRef] else {
            return try judgeNew(line.row, at: place, base: base)
        }
        return try judgeKnown(line.row, at: place, base: base, state, in: chunk)
    }

    private mutating func judgeNew(
        _ row: RegisterRow, at place: ImportPlace, base: RegisterCells?
    ) throws -> RowVerdict {
        guard let team = site.teams[row.team] else { throw ImportFault(.recordMoved) }
        let rules = try rules.beginning(row.model, on: row.referredOn).knowing(licensing)
        let child = desk.child(of: row.childRef)
        var verdict = RowVerdict()
        do throws(Refusal) {
            let decisions = try Engine.decide(
                row.entries(child: child, team: team.id), after: History<EpisodeStream>(), under: rules,
                today: site.today
            )
            verdict.take(decisions.flatMap(\.advisories), at: place)
            verdict.decision = RowDecision(
                target: row, child: child, record: nil, formerChild: nil, values: row.cells == base ? nil : row.cells,
                action: .add(decisions, under: rules.envelope)
            )
        } catch {
            verdict.problems.append(error.problem(at: place, changed: []))
        }
        return verdict
    }

    private mutating func judgeKnown(
        _ row: RegisterRow, at place: ImportPlace, base: RegisterCells?, _ state: StreamState<EpisodeStream>,
        in chunk: RegisterChunk
    ) throws -> RowVerdict {
        guard let facts = state.history.facts, let pin = state.trail.pin, let teamID = facts.assignment?.team,
            let code = teamCodes[teamID], let child = chunk.children[facts.referral.child]?.history.facts,
            let record = RegisterRow(episode: facts, child: child, team: code)
        else { throw ImportFault(.recordMoved) }
        let result = ThreeWay(base: base, file: row.cells, columns: columns, record: record.cells)
        var verdict = RowVerdict()
        guard result.conflicts.isEmpty else {
            verdict.problems = result.conflicts.map { ImportProblem.conflict($0, at: place) }
            return verdict
        }
        let values = row.cells.filled(from: base, outside: columns)
        guard !result.changed.isEmpty else {
            verdict.decision = RowDecision(
                target: record, child: facts.referral.child, record: record, formerChild: facts.referral.child,
                values: values == base ? nil : values, action: .nothing
            )
            return verdict
        }
        var reader = RegisterRowReader(site: site, place: place, cells: result.merged)
        guard let target = reader.read() else {
            verdict.problems = reader.problems
            return verdict
        }
        let wantedChild = childOf(target, knownAs: facts.referral.child, child)
        do {
            let (decisions, envelope) = try decide(state, from: record, to: target, child: wantedChild, pin: pin)
            verdict.take(decisions.flatMap(\.advisories), at: place)
            verdict.decision = RowDecision(
                target: target, child: wantedChild, record: record, formerChild: facts.referral.child,
                values: values == base ? nil : values,
                action: .change(state, decisions, under: envelope)
            )
        } catch let refusal as Refusal {
            verdict.problems.append(refusal.problem(at: place, changed: result.changed))
        }
        return verdict
    }

    /// The child that an episode on record shall belong to.
    private mutating func childOf(
        _ target: RegisterRow, knownAs id: ChildID, _ facts: ChildFacts
    ) -> ChildID {
        guard target.childRef != facts.ref else { return id }
        if let reference = target.childRef, facts.ref == nil, desk.child(reference) == nil {
            desk.name(id, reference)
            return id
        }
        return desk.child(of: target.childRef)
    }

    /// Asks the engine about a change: first the correction, then what is new.
    private mutating func decide(
        _ state: StreamState<EpisodeStream>, from record: RegisterRow, to target: RegisterRow, child: ChildID,
        pin: ModelEnvelope
    ) throws -> ([Decision<EpisodeEvent>], ModelEnvelope) {
        guard let team = site.teams[target.team] else { throw ImportFault(.recordMoved) }
        let change = EpisodeChange(
            state.history, from: record, to: target, child: child, team: team.id, today: site.today
        )
        let day = target.referredOn
        let movedOn = state.history.facts?.movedOn
        let known =
            try target.model == record.model
            ? rules.pinned(pin, on: movedOn ?? day) : rules.beginning(target.model, on: day)
        let rules = known.knowing(licensing)
        var history = state.history
        var decisions: [Decision<EpisodeEvent>] = []
        if change.needsCorrection {
            let correction = Correction(
                cause: .fileImport, narrative: narrative, replacements: change.replacements,
                withdrawals: change.withdrawals
            )
            let decision = try Engine.decide(correction, after: history, under: rules, today: site.today)
            history.apply(
                Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event)
            )
            decisions.append(decision)
        }
        if !change.entries.isEmpty {
            decisions += try Engine.decide(change.entries, after: history, under: rules, today: site.today)
        }
        return (decisions, rules.envelope)
    }
}
