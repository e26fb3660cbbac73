import Accounts
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

/// Every use case once: the only opener of transactions. Commands, imports and reports all go through here, and each
/// is one transaction that is lent down.
package struct Practice: Sendable {
    let application: Pool
    let reporting: Pool
    let store: EpisodeStore
    let models: ModelRegistry
    let clock: RecordClock
    let asker: Asker
    private let recordedBy: Author
    let shelf: RuleShelf
    let declared: [ModelDocument]

    /// - Parameters:
    ///   - application: connections of the role that works under one site's scope.
    ///   - reporting: connections of the role that reads the reporting facts of all sites.
    ///   - store: the writer of the record.
    ///   - models: the models of the programme, in every version that open episodes are pinned to.
    ///   - clock: tells the day and the time of knowledge; the store's own.
    ///   - asker: who asks for all this, and so what may be asked.
    ///   - actor: who is written down as recording where nobody has signed in.
    ///   - shelf: what was understood of the sites' configurations; one for each database.
    ///   - declared: the files of declared models that the database did not keep yet. It keeps each at its first use.
    package init(
        application: Pool, reporting: Pool, store: EpisodeStore, models: ModelRegistry, clock: RecordClock,
        asker: Asker = .operator, actor: Author = .operator, shelf: RuleShelf = RuleShelf(),
        declared: [ModelDocument] = []
    ) {
        self.application = application
        self.reporting = reporting
        self.store = store
        self.models = models
        self.clock = clock
        self.asker = asker
        recordedBy = actor
        self.shelf = shelf
        self.declared = declared
    }

    /// The same practice over other connections of the application's role, for work that must not wait for the others.
    package func over(_ application: Pool) -> Practice {
        Practice(
            application: application, reporting: reporting, store: store, models: models, clock: clock, asker: asker,
            actor: recordedBy, shelf: shelf, declared: declared)
    }

    /// The same practice for somebody else, who gets what they may have and no more.
    package func asking(_ asker: Asker) -> Practice {
        Practice(
            application: application, reporting: reporting, store: store, models: models, clock: clock, asker: asker,
            actor: recordedBy, shelf: shelf, declared: declared)
    }

    /// The same practice, where another is written down as recording.
    func recording(as author: Author) -> Practice {
        Practice(
            application: application, reporting: reporting, store: store, models: models, clock: clock, asker: asker,
            actor: author, shelf: shelf, declared: declared)
    }

    /// Who is written down as recording.
    var actor: Author {
        guard case .account(let seat) = asker else { return recordedBy }
        return Author(seat.staffCode)
    }
}
