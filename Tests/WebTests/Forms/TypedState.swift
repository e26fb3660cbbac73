import EpisodeFixtures
import RandomHistories

@testable import Web

/// What somebody typed into a form, at random: words of all kinds of characters, one of each choice.
struct TypedState {
    private static let characters = [
        "a", "Z", "0", " ", "'", "\"", "<", ">", "&", "+", "%", "%41", "&amp;", "=", ";", "é", "e\u{0301}", "\u{1F600}",
        "\u{1F468}\u{200D}\u{1F469}", "ß", "漢", "\\", "/", "?", "#", "</textarea>", "\u{A0}", "\u{2028}",
    ]

    /// What a browser sends.
    let sent: [(String, String)]
    /// What was typed, by the names of fields.
    let typed: [String: String]

    /// - Parameter isWrong: whether something is typed that is no day and no number, so that the form comes back.
    init(_ form: PageForm, isWrong: Bool, _ dice: inout SplitMix64) {
        var (typed, choices) = ([String: String](), [String: String]())
        for control in form.controls {
            switch control.kind {
            case "textarea": typed[control.name] = TypedState.words(lines: true, &dice)
            case "text" where isWrong || control.name.hasSuffix("name"):
                typed[control.name] = TypedState.words(lines: false, &dice)
            case "radio" where Bool.random(using: &dice): choices[control.name] = control.value
            default: break
            }
        }
        if isWrong, form.action == "/episode/summary" { choices["driver-1"] = "" }
        self.typed = typed
        sent = form.sending(typed.merging(choices) { $1 })
    }

    private static func words(lines: Bool, _ dice: inout SplitMix64) -> String {
        let some = characters + (lines ? ["\n", "\t"] : [])
        let count = Int.random(in: 0...40, using: &dice)
        // A browser leaves out one line break at the very beginning of a field, and the ends of a line say nothing.
        return "x" + (0..<count).map { _ in some.randomElement(using: &dice) ?? "" }.joined() + "y"
    }

    /// The fields of a page's form that hold something else than what was typed.
    func lost(in page: HTTPAnswer, of action: String) -> [String] {
        let found = PageForm.all(of: page.body).filter { $0.action == action }.flatMap(\.controls)
        let values = Dictionary(found.map { ($0.name, $0.value) }) { first, _ in first }
        return typed.filter { name, text in
            values[name].map { Array($0.unicodeScalars) } != Array(text.unicodeScalars)
        }.keys.sorted()
    }
}
