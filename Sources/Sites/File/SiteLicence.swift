import CivilDate
import Intervention

/// The licence that a site works under, as its file states it.
package struct SiteLicence: Hashable, Sendable {
    /// A further term.
    package struct Renewal: Hashable, Sendable {
        /// The last day of the term.
        package let through: CivilDate
        /// The day on which it was, or will be, agreed.
        package let on: CivilDate
    }

    /// The organisation that holds it; one line.
    package let holder: String
    /// The first term.
    package let term: LicenceTerm
    /// The day of the site readiness review; nil when the file says nothing.
    package let readinessReview: CivilDate?
    /// The models that it covers; nil for every model that the site enables.
    package let models: [ModelID]?
    /// The further terms, each ending later than the one before.
    package let renewals: [Renewal]

    /// Whether teams of a model work under it.
    package func covers(_ model: ModelID) -> Bool { models?.contains(model) ?? true }

    /// The last day of the term that was agreed last by a day.
    package func through(agreedBy day: CivilDate) -> CivilDate {
        renewals.last { $0.on <= day }?.through ?? term.through
    }

    /// The further terms with their first days.
    package var furtherTerms: [(term: LicenceTerm, on: CivilDate)] {
        var last = term.through
        return renewals.compactMap { renewal in
            let next = LicenceTerm(from: last.adding(days: 1), through: renewal.through)
            last = renewal.through
            return next.map { ($0, renewal.on) }
        }
    }
}
