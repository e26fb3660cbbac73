import CivilDate
import EpisodeEngine
import Intervention

/// What the rows of a list are checked against before the record is asked: the day of the import at the site, and the
/// instruments whose definitions it has.
package struct ListSite: Sendable {
    /// The day of the import, in the site's own civil time.
    package let today: CivilDate

    /// The definitions that answers are scored by.
    let instruments: InstrumentEditions

    /// A site on a day.
    package init(today: CivilDate, instruments: InstrumentEditions = InstrumentEditions()) {
        self.today = today
        self.instruments = instruments
    }
}
