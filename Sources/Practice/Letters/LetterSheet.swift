import CivilDate
import EpisodeStore
import Intervention

/// What a letter about a family is written from. It has no address of anybody.
package struct LetterSheet: Sendable {
    /// The site's name.
    package let site: String
    /// What stands below it on letters, a line each.
    package let letterhead: [String]
    /// The day.
    package let day: CivilDate
    /// The site's own reference.
    package let ref: EpisodeRef
    /// The child's name; nil where none is kept or the asker may not see it.
    package let name: String?
    /// The model.
    package let model: any InterventionModel
    /// The day of the child's death, where one is on record by today.
    package let diedOn: CivilDate?
    /// All that is on record and may be shown to the asker.
    package let facts: EpisodeFacts
}

extension LetterSheet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "what a letter is written from (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
