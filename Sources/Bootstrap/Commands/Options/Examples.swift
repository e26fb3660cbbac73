/// The discussion of a command's help: what is to be known, and two examples.
struct Examples {
    /// A command line and what it does.
    struct Example {
        let line: String
        let effect: String

        init(_ line: String, _ effect: String) {
            self.line = line
            self.effect = effect
        }
    }

    /// The text.
    let text: String

    /// Two examples and nothing else.
    init(_ first: Example, _ second: Example) {
        self.init("", first, second)
    }

    /// What is to be known, and two examples.
    init(_ words: String, _ first: Example, _ second: Example) {
        let examples = [first, second].map { "  \($0.line)\n      \($0.effect)" }.joined(separator: "\n")
        text = (words.isEmpty ? "" : words + "\n\n") + "Examples:\n" + examples
    }
}
