import Intervention

/// Answers to outcomes as a cell has them: `pet-cared-for=yes;sleeps=unknown`.
enum OutcomeText {
    /// The most answers that a cell may have. No model asks nearly as many; without a bound one cell could fill the record.
    static let most = 100

    /// The answers of a text, or nil when it is none or names an outcome twice.
    static func outcomes(of text: String) -> [OutcomeKey: Answer]? {
        let parts = text.split(separator: ";", maxSplits: most, omittingEmptySubsequences: false)
        guard parts.count <= most else { return nil }
        var outcomes: [OutcomeKey: Answer] = [:]
        for part in parts {
            let words = part.split(separator: "=", omittingEmptySubsequences: false)
            guard words.count == 2, let key = OutcomeKey(words[0]), let answer = Answer(rawValue: String(words[1])),
                outcomes.updateValue(answer, forKey: key) == nil
            else { return nil }
        }
        return outcomes
    }

    /// The text of answers, in the order of their keys.
    static func text(of outcomes: [OutcomeKey: Answer]) -> String {
        outcomes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }.joined(separator: ";")
    }
}
