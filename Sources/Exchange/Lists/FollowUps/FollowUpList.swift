import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice

/// Follow-ups as a list of rows.
struct FollowUpList: RecordList {
    typealias Reader = FollowUpRowReader
    typealias Stream = EpisodeStream

    private let rules: SiteRules

    init(_ bench: ImportBench<FollowUpColumn>) {
        rules = bench.session.rules
    }

    static func streams(
        of owners: [RowOwner], by bench: ImportBench<FollowUpColumn>
    ) async throws -> [RowOwner: EpisodeID] {
        try await bench.episodes(of: owners)
    }

    mutating func rules(of state: StreamState<EpisodeStream>) throws -> Rulebook {
        guard let rules = try rules.pinned(state) else { throw ImportFault(.recordMoved) }
        return rules
    }

    func items(of history: History<EpisodeStream>) -> [Item] {
        history.standing.compactMap { standing in
            guard case .followedUp(let followUp, _) = standing.event else { return nil }
            return Item(
                identity: FollowUpRow.Identity(month: followUp.month, heldOn: standing.occurredOn),
                start: Item.Standing(standing, .followUp(followUp)), told: followUp.told
            )
        }
    }

    func change(of item: Item?, to row: FollowUpRow) -> StreamChange<EpisodeStream> {
        var change = StreamChange<EpisodeStream>()
        let command = EpisodeCommand.followUp(row.followUp)
        if let item {
            change.replacements.append(.init(item.start.seq, with: command, on: item.start.on))
        } else {
            change.entries.append(Engine.Entry(command, on: row.heldOn))
        }
        return change
    }

    func problem(
        of row: FollowUpRow, in state: StreamState<EpisodeStream>, under rules: Rulebook, at place: ImportPlace
    ) -> ImportProblem? {
        let known = rules.model.outcomes.map(\.key)
        guard let unknown = row.followUp.outcomes.keys.filter({ !known.contains($0) }).min() else { return nil }
        return ImportProblem(
            .unknownCode, at: place, column: FollowUpColumn.column(of: unknown).rawValue,
            "the outcome is none of the episode's model: \(known.map(\.text).joined(separator: ", "))"
        )
    }

    static func column(of refusal: Refusal) -> FollowUpColumn? {
        switch refusal {
        case .wrongPhase, .beforeBeginning: .heldOn
        case .recordedAlready: .month
        case .neverStarted: .episodeRef
        default: nil
        }
    }

    static func unknown(_ owner: RowOwner, at place: ImportPlace) -> ImportProblem {
        .unknownEpisode(FollowUpColumn.episodeRef, at: place)
    }
}
