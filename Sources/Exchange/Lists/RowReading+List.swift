import CivilDate
import Intervention

extension RowReading where Site == ListSite {
    /// A day on which something happened is not yet to come.
    mutating func checkNotInFuture(_ day: CivilDate, _ column: Row.Column) {
        guard day > site.today else { return }
        report(.dayInFuture, column, "it lies after the day of the import; put the day on which it happened")
    }
}
