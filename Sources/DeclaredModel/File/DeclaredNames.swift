import Intervention
import YAMLFile

/// What the names of a model's file are names of.
enum DeclaredThing: String, Hashable, Sendable {
    case parameter
    case phase
    case question
    case fact
    case field
    case word
    case tracker
    case state
    case module
    case outcome

    /// What it belongs to, where its names are its owner's own.
    var owner: DeclaredThing? {
        switch self {
        case .field: .fact
        case .word: .field
        case .state: .tracker
        default: nil
        }
    }
}

/// The names that a model's file gives to its things, and those that it uses.
struct DeclaredNames {
    /// Where names of a kind are known: in the whole model, or in the owner that the path leads to: a fact, or a fact
    /// and a field of it.
    struct Scope: Hashable {
        let thing: DeclaredThing
        let path: [String]
    }

    /// A name that is used somewhere.
    struct Use {
        let scope: Scope
        let text: String
        let place: YAMLPlace
    }

    /// What can be named elsewhere in the file, in its order.
    private var given: [Scope: [String]] = [:]
    private(set) var uses: [Use] = []
    /// Where each name was given last, whatever it names.
    private var places: [String: YAMLPlace] = [:]
    private var unread: Set<Scope> = []

    /// Remembers a name that the file gives, also when the rest of what it names is wrong.
    mutating func give(_ text: String, to thing: DeclaredThing?, in path: [String] = [], at place: YAMLPlace?) {
        if let thing { given[Scope(thing: thing, path: path), default: []].append(text) }
        if let place { places[text] = place }
    }

    /// Remembers a name that the file uses.
    mutating func use(_ text: String, of thing: DeclaredThing, in path: [String] = [], at place: YAMLPlace) {
        uses.append(Use(scope: Scope(thing: thing, path: path), text: text, place: place))
    }

    /// Asks no more of the names of an owner whose own are wrong.
    mutating func ignore(_ thing: DeclaredThing, in path: [String]) {
        unread.insert(Scope(thing: thing, path: path))
    }

    /// The names that a use could have meant; nil when it is right, or when its owner is what is wrong.
    func missed(by use: Use) -> [String]? {
        let scope = use.scope
        guard !unread.contains(scope), owns(scope) else { return nil }
        let known = given[scope] ?? []
        return known.contains(use.text) ? nil : known
    }

    /// Where a name stands: where it was given, or else where it is used; of a name with parts, where its last known
    /// part stands.
    func place(of text: String) -> YAMLPlace {
        let parts = text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init)
        return ([text] + parts.reversed()).lazy.compactMap { placeOfWhole($0) }.first ?? .start
    }

    private func placeOfWhole(_ text: String) -> YAMLPlace? {
        places[text] ?? uses.first { $0.text == text }?.place
    }

    /// Whether the owner that a scope belongs to is known.
    private func owns(_ scope: Scope) -> Bool {
        guard let owner = scope.thing.owner, let name = scope.path.last else { return true }
        let above = Scope(thing: owner, path: scope.path.dropLast())
        return owns(above) && !unread.contains(above) && given[above]?.contains(name) == true
    }
}

extension DeclaredReader {
    /// Reports names that are used and not given.
    mutating func checkNames() {
        for use in names.uses {
            guard let known = names.missed(by: use) else { continue }
            let nearest = NearestWord.to(use.text, among: known).map { "; the nearest is '\($0)'" }
            let owner = use.scope.path.isEmpty ? "" : " in '\(use.scope.path.joined(separator: ": "))'"
            let instead = nearest ?? (use.scope.thing == .word ? "; only fields of words are asked for words" : "")
            report(
                .unknownName, at: use.place,
                "there is no \(use.scope.thing.rawValue) '\(shown(use.text))'\(owner)\(instead)")
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
