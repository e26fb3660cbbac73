/// One round trip: what is sent, and what came back of it.
///
/// The statements of an exchange share one transaction of the server's own when none is open: all of them or none.
struct Exchange {
    /// One message and the answer to it.
    enum Step {
        /// A command of ours without values: BEGIN, SAVEPOINT.
        case command(String)
        /// Has the server prepare a statement.
        case prepare(StatementCache.Entry)
        /// Runs a prepared statement.
        case execute(StatementCache.Entry, Statement)
        /// Runs a statement too long to be kept prepared.
        case unprepared(Statement)

        /// The entry that this step depends on.
        var entry: StatementCache.Entry? {
            switch self {
            case .prepare(let entry), .execute(let entry, _): entry
            case .command, .unprepared: nil
            }
        }

        /// True when the step does something, rather than only prepare it.
        var isRun: Bool {
            if case .prepare = self { return false }
            return true
        }
    }

    /// What went wrong, and where.
    struct Failure {
        let step: Int
        let report: ServerReport
    }

    private(set) var steps: [Step]
    /// How many of the steps at the beginning are not asked for now: they open a transaction or savepoint, or were postponed.
    /// Their rows are of no interest.
    private(set) var openingCount = 0
    /// How many of those open the transaction and set its scope; 0 when it is open already.
    private(set) var beginCount = 0
    /// True when the steps begin with BEGIN.
    var beginsTransaction: Bool { beginCount > 0 }

    /// An exchange that is still to be filled.
    init() {
        steps = []
    }

    /// An exchange of commands of ours.
    init(commands: [String]) {
        steps = commands.map { .command($0) }
    }

    /// An exchange of one statement that is prepared.
    init(performing statement: Statement, by entry: StatementCache.Entry) {
        steps = [.execute(entry, statement)]
    }

    /// True when one message will do, without pipeline mode.
    var isSingle: Bool { steps.count == 1 }

    mutating func append(_ step: Step) {
        steps.append(step)
    }

    /// Everything appended so far begins the transaction.
    mutating func markBegin() { beginCount = steps.count }

    /// Everything appended so far comes before what is asked for.
    mutating func markOpening() { openingCount = steps.count }

    /// Which of the caller's statements a step belongs to, counted from 0; nil for an opening.
    func statementIndex(of step: Int) -> Int? {
        guard step >= openingCount else { return nil }
        return steps[openingCount..<step].count { $0.isRun }
    }
}
