import CivilDate
import Intervention

extension ChildFacts {
    /// The household in which the child was on a day; nil when none is known.
    func household(on day: CivilDate) -> HouseholdRef? {
        households.last { $0.from <= day }?.household
    }
}
