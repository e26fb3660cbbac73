import Intervention
import YAMLFile

/// What the names of a model's file are names of.
enum DeclaredThing: String, Hashable, Sendable {
    case parameter
    case phase
    case question
}

/// The names that a model's file gives to its things, and those that it uses.
struct DeclaredNames {
    /// A name that is used somewhere.
    struct Use {
        let thing: DeclaredThing
        let text: String
        let place: YAMLPlace
    }

    /// What can be named elsewhere in the file, in its order.
    private(set) var given: [DeclaredThing: [String]] = [:]
    private(set) var uses: [Use] = []
    /// Where each name was given last, whatever it names.
    private var places: [String: YAMLPlace] = [:]

    /// Remembers a name that the file gives, also when the rest of what it names is wrong.
    mutating func give(_ text: String, to thing: DeclaredThing?, at place: YAMLPlace) {
        if let thing { given[thing, default: []].append(text) }
        places[text] = place
    }

    /// Remembers a name that the file uses.
    mutating func use(_ text: String, of thing: DeclaredThing, at place: YAMLPlace) {
        uses.append(Use(thing: thing, text: text, place: place))
    }

    /// Where a name stands: where it was given, or else where it is used.
    func place(of text: String) -> YAMLPlace {
        places[text] ?? uses.first { $0.text == text }?.place ?? .start
    }
}

extension DeclaredReader {
    /// Reports names that are used and not given.
    mutating func checkNames() {
        for use in names.uses {
            let known = names.given[use.thing] ?? []
            guard !known.contains(use.text) else { continue }
            let nearest = NearestWord.to(use.text, among: known).map { "; the nearest is '\($0)'" } ?? ""
            report(.unknownName, at: use.place, "there is no \(use.thing.rawValue) '\(shown(use.text))'\(nearest)")
        }
    }

    /// Reports the laws that a model of the right form breaks, each where the name that offends stands.
    mutating func checkLaws(of model: DeclaredModel) {
        for violation in ModelConformance.check(model) {
            report(
                .lawBroken, at: names.place(of: violation.name),
                "'\(shown(violation.name))' breaks the law that \(violation.law.rawValue)")
        }
    }
}
