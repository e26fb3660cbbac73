/// Turns a file into its typed form and gathers what is wrong with it, all of it, each mistake with its place.
///
/// A reader is a value with the mistakes and whatever else it gathers on the way. Every way of reading gives nil when
/// it has reported something, so that nothing that hangs on a wrong value is called a mistake of its own:
///
///     guard let values = mapping(node, keys: StepKey.self, of: "a step") else { return nil }
///     let from = values[.from].flatMap { line($0, of: "from") }
///     let until = values[.until].map { line($0, of: "until") }    // may be left out
///     guard let from, until != .some(nil) else { return nil }
package protocol YAMLReader {
    /// The kinds of mistake of this kind of file.
    associatedtype Code: YAMLProblemCode
    /// What was found wrong so far.
    var problems: [YAMLProblem<Code>] { get set }
}

extension YAMLReader {
    /// Remembers a mistake.
    package mutating func report(_ code: Code, at node: YAMLNode, _ sentence: String) {
        report(code, at: node.place, sentence)
    }

    /// Remembers a mistake.
    package mutating func report(_ code: Code, at place: YAMLPlace, _ sentence: String) {
        problems.append(YAMLProblem(code, at: place, sentence))
    }

    /// A value as it may stand in a sentence: short, and without what would break the line.
    package func shown(_ value: String) -> String {
        let line = value.unicodeScalars.prefix(40).map { scalar in
            scalar.properties.generalCategory == .control ? " " : String(scalar)
        }
        return line.joined() + (value.unicodeScalars.count > 40 ? "..." : "")
    }
}
