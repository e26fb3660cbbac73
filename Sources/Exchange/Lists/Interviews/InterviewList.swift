import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice

/// Interviews as a list of rows.
struct InterviewList: RecordList {
    typealias Reader = InterviewRowReader
    typealias Stream = EpisodeStream

    private let rules: SiteRules
    private let ground: InterviewGround
    private let session: SiteSession
    /// The posts of all teams, former ones too.
    private var posts: [StaffPost] = []

    init(_ bench: ImportBench<InterviewColumn>) {
        rules = bench.session.rules
        ground = bench.interviews
        session = bench.session
    }

    mutating func prepare(_ ids: [EpisodeID], in transaction: Transaction) async throws {
        posts = try session.staff()
    }

    static func streams(
        of owners: [RowOwner], by bench: ImportBench<InterviewColumn>
    ) async throws -> [RowOwner: EpisodeID] {
        try await bench.episodes(of: owners)
    }

    mutating func rules(of state: StreamState<EpisodeStream>) throws -> Rulebook {
        guard let rules = try rules.pinned(state) else { throw ImportFault(.recordMoved) }
        return rules.judging(on: ground)
    }

    func items(of history: History<EpisodeStream>) -> [Item] {
        history.standing.compactMap { standing in
            guard case .interviewRecorded(let judged) = standing.event else { return nil }
            let interview = judged.interview
            return Item(
                identity: InterviewRow.Identity(interview, on: standing.occurredOn),
                start: Item.Standing(standing, .recordInterview(interview)), told: interview.told
            )
        }
    }

    func change(of item: Item?, to row: InterviewRow) -> StreamChange<EpisodeStream> {
        var change = StreamChange<EpisodeStream>()
        if let item, case .recordInterview(let standing) = item.start.command {
            let command = EpisodeCommand.recordInterview(row.interview(standing.id))
            change.replacements.append(.init(item.start.seq, with: command, on: item.start.on))
        } else {
            let command = EpisodeCommand.recordInterview(row.interview(.made()))
            change.entries.append(Engine.Entry(command, on: row.interviewedOn))
        }
        return change
    }

    func problem(
        of row: InterviewRow, in state: StreamState<EpisodeStream>, under rules: Rulebook, at place: ImportPlace
    ) -> ImportProblem? {
        let instruments = rules.model.adherenceInstruments.map(\.id)
        guard !instruments.contains(row.instrument) else {
            return row.misread.map {
                ImportProblem(.invalidAnswers, at: place, column: InterviewColumn.answers.rawValue, $0)
            }
        }
        let ids = instruments.map(\.text).joined(separator: ", ")
        return ImportProblem(
            .unknownCode, at: place, column: InterviewColumn.instrument.rawValue,
            "the instrument is none of the episode's model: \(ids)"
        )
    }

    func remarks(
        on rows: [PlannedRow<InterviewRow>], after history: History<EpisodeStream>, in file: String
    ) -> [ImportAdvisory] {
        let standing = Dictionary(
            (history.facts?.interviews ?? []).map { scored in
                (InterviewRow.Identity(scored.interview, on: scored.on), scored.flaws)
            }
        ) { first, _ in first }
        return rows.flatMap { row in
            let place = ImportPlace(file: file, line: row.line)
            let flaws = (standing[row.row.identity] ?? []).map { flaw in
                ImportAdvisory(.interviewNotCounted, at: place, flaw.sentence, detail: flaw.rawValue)
            }
            return [unknownCollector(row.row, at: place)].compactMap { $0 } + flaws
        }
    }

    /// A code that nobody has is no therapist's, so a slip of the pen would make an interview count that must not.
    private func unknownCollector(_ row: InterviewRow, at place: ImportPlace) -> ImportAdvisory? {
        guard case .staff(let code) = row.collector else { return nil }
        return ImportAdvisory(
            unknown: code, among: posts, or: [InterviewRow.callCentre, InterviewRow.selfEntry], at: place,
            column: InterviewColumn.collectedBy.rawValue)
    }

    static func column(of refusal: Refusal) -> InterviewColumn? {
        switch refusal {
        case .wrongPhase, .beforeBeginning: .interviewedOn
        case .wrongNumberOfItems: .items
        case .unknownInstrument: .instrument
        default: nil
        }
    }

    static func unknown(_ owner: RowOwner, at place: ImportPlace) -> ImportProblem {
        .unknownEpisode(InterviewColumn.episodeRef, at: place)
    }
}

extension InterviewFlaw {
    /// Why the interview does not count, and what is done with it.
    fileprivate var sentence: String {
        let reason =
            switch self {
            case .collectedByTherapist: "the family's own therapist held it"
            case .collectedByTeamTherapist: "a therapist of the family's own team held it"
            case .respondentNotAsked: "the instrument does not ask this respondent, or not in the family's phase"
            case .beforeTreatment: "it was held before the first session"
            case .tooFewItems: "too few items were answered for a score"
            }
        return "the interview is kept and counts in no figure: \(reason)"
    }
}
