import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites

/// Training and briefings as a list of rows.
struct TrainingList: RecordList {
    typealias Reader = TrainingRowReader
    typealias Stream = TeamStream

    private let session: SiteSession
    /// The trainings that the model of each team asks for.
    private var asked: [TeamID: [TrainingKind]] = [:]
    /// The posts of all teams, former ones too: whoever learns something is one of them. Empty where the site's file
    /// names no staff, and then nobody can be missed.
    private var posts: [StaffPost] = []

    init(_ bench: ImportBench<TrainingColumn>) {
        session = bench.session
    }

    static func streams(
        of owners: [RowOwner], by bench: ImportBench<TrainingColumn>
    ) async throws -> [RowOwner: TeamID] {
        let open = bench.session.site.teams.filter { $0.knownFrom != nil }
        let teams = Dictionary(uniqueKeysWithValues: open.map { (RowOwner.team($0.code), $0.id) })
        return teams.filter { owners.contains($0.key) }
    }

    mutating func prepare(_ ids: [TeamID], in transaction: Transaction) async throws {
        posts = try session.staff()
        for team in session.site.teams where ids.contains(team.id) {
            asked[team.id] = try session.rules.beginning(team.model, on: session.today).model.trainings.map(\.kind)
        }
    }

    mutating func rules(of state: StreamState<TeamStream>) throws -> NoRules { NoRules() }

    func items(of history: History<TeamStream>) -> [Item] {
        history.standing.compactMap { standing in
            switch standing.event {
            case .trainingCompleted(let training):
                return Item(
                    identity: .training(training, on: standing.occurredOn),
                    start: Item.Standing(standing, .completeTraining(training)), told: RowCells()
                )
            case .briefingGiven(let briefing):
                var told = RowCells<TrainingColumn>()
                told[.attended] = "\(briefing.attended.number)"
                return Item(
                    identity: .briefing(briefing.audience, on: standing.occurredOn, ref: briefing.ref),
                    start: Item.Standing(standing, .brief(briefing)), told: told
                )
            default: return nil
            }
        }
    }

    func change(of item: Item?, to row: TrainingRow) -> StreamChange<TeamStream> {
        var change = StreamChange<TeamStream>()
        let command = row.command(like: item?.start.command)
        if let item {
            change.replacements.append(.init(item.start.seq, with: command, on: item.start.on))
        } else {
            change.entries.append(Engine.Entry(command, on: row.beganOn))
        }
        return change
    }

    func problem(
        of row: TrainingRow, in state: StreamState<TeamStream>, under rules: NoRules, at place: ImportPlace
    ) -> ImportProblem? {
        guard case .training(let training, _) = row.identity else { return nil }
        let known = (asked[state.id] ?? []) + [.booster, .other]
        guard !known.contains(training.kind) else { return problem(of: training.staff, at: place) }
        let kinds = known.map(\.text).joined(separator: ", ")
        return ImportProblem(
            .unknownCode, at: place, column: TrainingColumn.what.rawValue,
            "the training is none of the team's model: \(kinds), and \(TrainingRow.briefing) for a briefing"
        )
    }

    /// What is wrong with a code that no member of staff has.
    private func problem(of staff: StaffCode, at place: ImportPlace) -> ImportProblem? {
        guard let nearest = posts.nearest(to: staff), !posts.contains(where: { $0.staff == staff }) else { return nil }
        return ImportProblem(
            .unknownCode, at: place, column: TrainingColumn.staff.rawValue,
            "the site has no member of staff \(staff); the nearest is \(nearest); mend the code, or add the post to the "
                + "site's file and apply it"
        )
    }

    func remarks(
        on rows: [PlannedRow<TrainingRow>], after history: History<TeamStream>, in file: String
    ) -> [ImportAdvisory] {
        guard let openedOn = history.facts?.openedOn else { return [] }
        return rows.filter { $0.row.beganOn < openedOn }.map { row in
            ImportAdvisory(
                .beforeTeamStarted, at: ImportPlace(file: file, line: row.line), column: TrainingColumn.on.rawValue,
                "it lies before the team's first day, \(openedOn)")
        }
    }

    static func column(of refusal: Refusal) -> TrainingColumn? { .on }

    static func unknown(_ owner: RowOwner, at place: ImportPlace) -> ImportProblem {
        ImportProblem(
            .unknownTeam, at: place, column: TrainingColumn.team.rawValue,
            "the site has no open team of this code; mend the code, or add the team to the site's file and apply it"
        )
    }
}

extension TrainingRow {
    /// What the row asks for; a briefing that stands keeps its id.
    fileprivate func command(like standing: TeamCommand?) -> TeamCommand {
        switch identity {
        case .training(let training, _): return .completeTraining(training)
        case .briefing(let audience, _, let ref):
            var id = BriefingID.made()
            if case .brief(let known) = standing { id = known.id }
            return .brief(Briefing(id: id, ref: ref, for: audience, attended: attended))
        }
    }
}
