import CivilDate
import Intervention

/// A value that a site sets for a parameter of a model, from a day on.
package struct SiteSetting: Hashable, Sendable {
    /// The model.
    package let model: ModelID
    /// The parameter.
    package let key: ParameterKey
    /// The value as it is written; what it means depends on the parameter.
    package let written: String
    /// The first day on which it holds.
    package let from: CivilDate
    /// Why; one line.
    package let reason: String
}
