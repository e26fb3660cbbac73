/// The form of a value that comes in or goes out: what the document says of it in JSON Schema, and what is checked of it.
package indirect enum Shape: Hashable, Sendable {
    /// A code that a site gives to one of its own things.
    case code
    /// A word of a model's vocabulary.
    case term
    /// One of these words.
    case word([String])
    /// A text of at most so many characters.
    case text(most: Int)
    /// A whole number of a range.
    case integer(ClosedRange<Int>)
    /// A number from 0 to 1 with at most nine decimals.
    case share
    /// True or false.
    case boolean
    /// A day of the calendar: `2026-03-01`.
    case day
    /// A month of the calendar: `2026-03`.
    case month
    /// An instant in UTC: `2026-03-01T09:30:00.000000Z`.
    case instant
    /// The id of a thing of the record: a UUID.
    case id
    /// Values of a form, at most so many.
    case list(Shape, most: Int)
    /// Values of a form under words of a model's vocabulary.
    case map(Shape)
    /// Members that are named here, and no others.
    case object([Field])
    /// One of these members, and no other.
    case one([Field])
    /// One of these forms.
    case either([Shape])
    /// The form, or null.
    case nullable(Shape)
    /// A form that has a name in the document.
    case named(Component)
    /// What another document describes.
    case anything

    /// A member of an object.
    package struct Field: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// Its form.
        package let shape: Shape
        /// Whether it must be there.
        package let isRequired: Bool
        /// What it is.
        package let summary: String

        /// A member that must be there.
        package static func needed(_ name: String, _ shape: Shape, _ summary: String = "") -> Field {
            Field(name: name, shape: shape, isRequired: true, summary: summary)
        }

        /// A member that may be left out.
        package static func optional(_ name: String, _ shape: Shape, _ summary: String = "") -> Field {
            Field(name: name, shape: shape, isRequired: false, summary: summary)
        }
    }

    /// The words of a vocabulary.
    package static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Shape
    where Word.RawValue == String {
        .word(type.allCases.map(\.rawValue))
    }
}
