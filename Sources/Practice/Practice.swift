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
    let actor: Author
    let shelf: RuleShelf
    let declared: [ModelDocument]

    /// - Parameters:
    ///   - application: connections of the role that works under one site's scope.
    ///   - reporting: connections of the role that reads the reporting facts of all sites.
    ///   - store: the writer of the record.
    ///   - models: the models of the programme, in every version that open episodes are pinned to.
    ///   - clock: tells the day and the time of knowledge; the store's own.
    ///   - actor: who asks for all this.
    ///   - shelf: what was understood of the sites' configurations; one for each database.
    ///   - declared: the files of declared models that the database did not keep yet. It keeps each at its first use.
    package init(
        application: Pool, reporting: Pool, store: EpisodeStore, models: ModelRegistry, clock: RecordClock,
        actor: Author = .operator, shelf: RuleShelf = RuleShelf(), declared: [ModelDocument] = []
    ) {
        self.application = application
        self.reporting = reporting
        self.store = store
        self.models = models
        self.clock = clock
        self.actor = actor
        self.shelf = shelf
        self.declared = declared
    }

    /// The same practice over other connections of the application's role, for work that must not wait for the others.
    package func over(_ application: Pool) -> Practice {
        Practice(
            application: application, reporting: reporting, store: store, models: models, clock: clock, actor: actor,
            shelf: shelf, declared: declared)
    }
}
