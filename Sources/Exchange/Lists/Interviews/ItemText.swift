import Intervention

/// The items of an interview as a cell has them: `1;0;1;-`, or as they were entered: `4 1 5 -`.
enum ItemText {
    /// The most items that a cell may have. No instrument of adherence has nearly as many (TAM-R has 28); without a bound one
    /// cell could fill the record.
    static let most = 200

    /// The items of a text, or nil when it is none.
    static func items(of text: String) -> [Interview.ItemScore]? {
        guard text.utf8.count < 2 * most else { return nil }
        var items: [Interview.ItemScore] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            switch part {
            case "1": items.append(.one)
            case "0": items.append(.zero)
            case "-": items.append(.notAnswered)
            default: return nil
            }
        }
        return items
    }

    /// The answers of a text as they were entered, `3 1 na -`; nil when it is none.
    static func answers(of text: String) -> [AnswerCode?]? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count <= most else { return nil }
        var answers: [AnswerCode?] = []
        for part in parts {
            if part == "-" {
                answers.append(nil)
            } else {
                guard let code = AnswerCode(part) else { return nil }
                answers.append(code)
            }
        }
        return answers
    }

    /// The text of items.
    static func text(of items: [Interview.ItemScore]) -> String {
        items.map { item in
            switch item {
            case .one: "1"
            case .zero: "0"
            case .notAnswered: "-"
            }
        }
        .joined(separator: ";")
    }
}
