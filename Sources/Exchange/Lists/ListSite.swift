import CivilDate

/// What the rows of a list are checked against before the record is asked: the day of the import at the site.
package struct ListSite: Sendable {
    /// The day of the import, in the site's own civil time.
    package let today: CivilDate

    /// A site on a day.
    package init(today: CivilDate) {
        self.today = today
    }
}
