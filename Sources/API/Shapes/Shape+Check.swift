import CivilDate
import Intervention

extension Shape {
    /// The most flaws that are told of one body.
    private static let mostFlaws = 20
    private static let longestName = 64

    /// What is wrong with a value; empty when it has the form.
    package func flaws(in value: JSON, at pointer: String = "") -> [Flaw] {
        Array(check(value, pointer).prefix(Shape.mostFlaws))
    }

    private func check(_ value: JSON, _ pointer: String) -> [Flaw] {
        switch (self, value) {
        case (.anything, _), (.nullable, .null), (.boolean, .boolean): []
        case (.nullable(let shape), _): shape.check(value, pointer)
        case (.named(let component), _): component.shape.check(value, pointer)
        case (.object(let fields), .object(let members)): Shape.check(members, against: fields, pointer)
        case (.one(let fields), .object(let members)):
            members.count == 1
                ? Shape.check(members, against: fields, pointer) : [Flaw(pointer, "Give one member alone.")]
        case (.either(let shapes), _):
            shapes.contains { $0.check(value, pointer).isEmpty } ? [] : [wrong(pointer)]
        case (.map(let shape), .object(let members)): Shape.check(members, of: shape, pointer)
        case (.list(let shape, let most), .list(let values)):
            values.count > most
                ? [Flaw(pointer, "At most \(most) are taken.")]
                : values.enumerated().flatMap { shape.check($1, Flaw.pointer(pointer, "\($0)")) }
        case (.integer(let range), .integer(let number)):
            range.contains(number) ? [] : [wrong(pointer)]
        case (.share, .integer(let number)): (0...1).contains(number) ? [] : [wrong(pointer)]
        case (.share, .decimal(let digits)): AdherenceScore(decimal: digits) == nil ? [wrong(pointer)] : []
        // A number in quotes is none: only parameters of an address are numbers as texts.
        case (.integer, .text): [wrong(pointer)]
        case (_, .text(let text)): takes(text) ? [] : [wrong(pointer)]
        default: [wrong(pointer)]
        }
    }

    /// Whether a text has the form; true of no form that is not written as a text.
    package func takes(_ text: String) -> Bool {
        switch self {
        case .code: SiteGiven<Coded.Site>(text) != nil
        case .term: Term<Vocabulary.Model>(text) != nil
        case .word(let words): words.contains(text)
        case .text(let most): text.unicodeScalars.count <= most
        case .day: CivilDate(iso: text) != nil
        case .month: CivilMonth(iso: text) != nil
        case .id: EpisodeID(uuid: text) != nil
        case .instant: text.utf8.count >= 20 && text.hasSuffix("Z")
        case .integer(let range): Int(text).map { range.contains($0) && "\($0)" == text } ?? false
        case .nullable(let shape): shape.takes(text)
        case .either(let shapes): shapes.contains { $0.takes(text) }
        case .named(let component): component.shape.takes(text)
        default: false
        }
    }

    private static func check(_ members: [JSON.Member], against fields: [Field], _ pointer: String) -> [Flaw] {
        let unknown = members.filter { member in !fields.contains { $0.name == member.name } }.map {
            // A long name is not said again: whoever made it up may find it.
            Flaw(
                $0.name.unicodeScalars.count > Shape.longestName ? pointer : Flaw.pointer(pointer, $0.name),
                "There is no such field here.")
        }
        let own = fields.flatMap { field -> [Flaw] in
            let place = Flaw.pointer(pointer, field.name)
            guard let member = members.first(where: { $0.name == field.name }) else {
                return field.isRequired ? [Flaw(place, "The field is missing.")] : []
            }
            return field.shape.check(member.value, place)
        }
        return unknown + own
    }

    private static func check(_ members: [JSON.Member], of shape: Shape, _ pointer: String) -> [Flaw] {
        members.flatMap { member -> [Flaw] in
            let place = Flaw.pointer(pointer, member.name)
            guard Shape.term.takes(member.name) else { return [Flaw(place, "The name is no word of a model.")] }
            return shape.check(member.value, place)
        }
    }

    private func wrong(_ pointer: String) -> Flaw { Flaw(pointer, "Give \(phrase).") }

    /// The form in words, for whoever sent another.
    package var phrase: String {
        switch self {
        case .code:
            "a code of at most 32 letters, digits, points, hyphens and underscores that begins with a letter or digit"
        case .term: "a word of at most 64 small letters, digits, hyphens and underscores"
        case .word(let words): words.count == 1 ? "the word \(words[0])" : "one of " + words.joined(separator: ", ")
        case .text(let most): "a text of at most \(most) characters"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .share: "a number from 0 to 1 with at most nine decimals"
        case .boolean: "true or false"
        case .day: "a day of the calendar, YYYY-MM-DD"
        case .month: "a month of the calendar, YYYY-MM"
        case .instant: "an instant in UTC"
        case .id: "a UUID"
        case .list: "a list"
        case .map, .object: "an object"
        case .one(let fields): "an object with one of " + fields.map(\.name).joined(separator: ", ")
        case .either(let shapes): shapes.map(\.phrase).joined(separator: ", or ")
        case .nullable(let shape): "\(shape.phrase), or null"
        case .named(let component): component.shape.phrase
        case .anything: "a value"
        }
    }
}
