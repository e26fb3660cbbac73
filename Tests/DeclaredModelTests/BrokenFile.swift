import Testing
import YAMLFile

@testable import DeclaredModel

/// A file with one mistake: what is changed, and what must be said of it.
struct BrokenFile: Sendable, CustomTestStringConvertible {
    /// The text that is replaced, and by what.
    let change: (old: String, new: String)
    /// The mistake.
    let code: DeclaredProblemCode
    /// The line in which it stands: that of this text in the broken file.
    let mark: String
    /// The column of the line.
    let column: Int
    /// A part of the sentence.
    let says: String

    init(
        _ old: String, _ new: String, _ code: DeclaredProblemCode, at mark: String, _ column: Int, says: String
    ) {
        change = (old, new)
        self.code = code
        self.mark = mark
        self.column = column
        self.says = says
    }

    var testDescription: String { "\(code.rawValue): \(says)" }

    static let all: [BrokenFile] = forms + names + laws + treatment + conditions

    private static let forms: [BrokenFile] = [
        BrokenFile("version: 1", "vresion: 1", .unknownKey, at: "vresion", 1, says: "the nearest is 'version'"),
        BrokenFile("targets: []\n", "", .missingKey, at: "id: mst-e", 1, says: "'targets' is missing in a model"),
        BrokenFile("version: 1", "version: one", .badNumber, at: "version: one", 10, says: "'one' is no whole number"),
        BrokenFile("version: 1", "version:", .missingValue, at: "version:", 9, says: "'version' has no value"),
        BrokenFile(
            "client: young-person", "client: young-persons", .unknownWord, at: "client", 9,
            says: "the nearest is 'young-person'"),
        BrokenFile("steps: []", "steps: none", .wrongKind, at: "steps", 8, says: "'steps' is a list"),
        BrokenFile("id: mst-e\n", "id: all\n", .badName, at: "id: all", 5, says: "'all' stands for every model"),
        BrokenFile("id: mst-e\n", "id: MST E\n", .badName, at: "id: MST E", 5, says: "'MST E' is no name"),
        BrokenFile(
            "title: \"MST for child exploitation\"", "title: \"  \"", .badLine, at: "title", 8, says: "is one line"),
        BrokenFile(
            "    standard: 0.61", "    standard: 61", .badNumber, at: "    standard: 61", 15, says: "proportion"),
        BrokenFile(
            "    least: 0.5\n", "    least: 0.9\n", .badBounds, at: "    least: 0.9", 12, says: "0.9, is greater"),
        BrokenFile(
            "    unit: score\n", "    unit: choice\n", .badBounds, at: "  - key: adherence-threshold", 5,
            says: "a choice has 'choices'"),
        BrokenFile(
            "  - closure-reasons\n", "  - closure-reason\n", .unknownWord, at: "  - closure-reason\n", 5,
            says: "the nearest is 'closure-reasons'"),
        BrokenFile(
            "  - closure-reasons\n", "  - duties\n", .doubledName, at: "  - duties\n\n", 5,
            says: "'duties' is included already"),
        BrokenFile("steps: []", "steps: [}", .notYAML, at: "steps: [}", 9, says: "no YAML from here on"),
        BrokenFile(
            "targets: []", "targets: [{indicator: placed, below: interview-every, atLeast: interview-every}]",
            .badTarget, at: "targets: [", 11, says: "a target has 'atLeast', or 'below'"),
    ]

    private static let names: [BrokenFile] = [
        BrokenFile(
            "planned: {least: treatment-least", "planned: {least: treatment-lest", .unknownName, at: "planned:", 22,
            says: "there is no parameter 'treatment-lest'; the nearest is 'treatment-least'"),
        BrokenFile(
            "- criteria: [exploitation-disclosed]", "- criteria: [exploitation-disclose]", .unknownName,
            at: "- criteria: [exploitation-disclose]", 20, says: "the nearest is 'exploitation-disclosed'"),
        BrokenFile(
            "steps: []", "steps: [{from: treatment, to: home}]", .unknownName, at: "steps:", 31,
            says: "there is no phase 'home'"),
        BrokenFile(
            "targets: []",
            "targets: []\ninstruments: [{id: own, title: Own, respondents: [mother, fahter], source: \"[I]\"}]",
            .unknownWord, at: "instruments:", 59, says: "the nearest is 'father'"),
        BrokenFile(
            "targets: []",
            "targets: []\ninstruments: [{id: own, title: O, respondents: [], every: interview-every, source: \"[I]\"}]",
            .badSchedule, at: "instruments:", 15, says: "both 'firstAfter' and 'every'"),
    ]

    private static let laws: [BrokenFile] = [
        BrokenFile(
            "    standard: 15\n", "    standard: 18\n", .lawBroken, at: "  - key: greatest-age", 10,
            says: "'greatest-age' breaks the law that a standard value lies within its bounds"),
        BrokenFile("version: 1", "version: 0", .lawBroken, at: "# MST", 1, says: "versions count from 1"),
        BrokenFile(
            "steps: []", "steps: [{from: treatment, to: treatment}]", .lawBroken, at: "steps:", 9,
            says: "a step leads from where to where its kind says"),
        BrokenFile(
            "targets: []", "targets: []\nclosureReasons: [{id: lack-of-engagement, group: placed, title: Lost}]",
            .lawBroken, at: "# MST", 1, says: "every group of closures has a reason"),
        BrokenFile(
            "  - key: contact-gap-most", "  - key: safety-plan-within", .lawBroken,
            at: "  - key: safety-plan-within\n    title: \"Exploitation safety", 10,
            says: "a name stands for one thing"),
        BrokenFile(
            "    unit: months", "    unit: years", .lawBroken, at: "  - key: treatment-least", 10,
            says: "the unit that its use asks for"),
        BrokenFile(
            "  - network-outcomes\n", "", .lawBroken, at: "# MST", 1,
            says: "'at_home' breaks the law that the three outcomes"),
    ]

    private static let treatment: [BrokenFile] = [
        BrokenFile(
            "- {key: type, title: \"Type\", takes: words, words: [criminal, sexual, both]}",
            "- {key: type, title: \"Type\", takes: words}", .missingKey, at: "      - {key: type", 9,
            says: "'words' is missing in a field that takes 'words'"),
        BrokenFile(
            "title: \"The on-call therapist took the call\", takes: answer}",
            "title: \"The on-call therapist took the call\", takes: answer, words: [a]}", .badField,
            at: "      - {key: on-call", 92, says: "a field that takes 'answer' has no 'words'"),
        BrokenFile(
            "kinds: [missing-ended]", "kinds: [missing-endet]", .unknownName, at: "      - {key: end,", 58,
            says: "there is no fact 'missing-endet'; the nearest is 'missing-ended'"),
        BrokenFile(
            "    visibility: restricted", "    visibility: secret", .unknownWord, at: "    visibility: secret", 17,
            says: "there are team, restricted, restricts-episode"),
        BrokenFile(
            "from: known, to: missing, fact", "from: known, to: mising, fact", .unknownName,
            at: "      - {from: known, to: mising", 27,
            says: "there is no state 'mising' in 'whereabouts'; the nearest is 'missing'"),
        BrokenFile(
            "- {link: episode, sinceEntering: missing}", "- {link: episode}", .badGuard,
            at: "          - {link: episode}", 13, says: "'link' and 'sinceEntering', or 'when' and 'saying'"),
        BrokenFile(
            "fact: nrm-reasonable-grounds, where: {decision: positive}",
            "fact: nrm-reasonable-grounds, where: {decision: postive}", .unknownName,
            at: "      - {from: referred, to: reasonable-grounds", 98,
            says: "there is no word 'postive' in 'nrm-reasonable-grounds: decision'; the nearest is 'positive'"),
        BrokenFile(
            "    need: always", "    need: ever", .unknownWord, at: "    need: ever", 11,
            says: "there are always, as-agreed"),
        BrokenFile(
            "    where: {offered: yes}", "    where: {offerd: yes}", .unknownName, at: "    where: {offerd", 13,
            says: "there is no field 'offerd' in 'return-home-interview'; the nearest is 'offered'"),
        BrokenFile(
            "    from: {each: missing-ended}", "    from: {each: missing-ended, phase: treatment}", .badAnchor,
            at: "    from: {each: missing-ended, phase", 11, says: "'from' is first-session, closing"),
        BrokenFile(
            "    due: found-contact-within", "    due: found-contact", .unknownName, at: "    due: found-contact\n", 10,
            says: "there is no parameter 'found-contact'; the nearest is 'found-contact-within'"),
        BrokenFile(
            "    roles: [therapist, supervisor]", "    roles: [carer]", .unknownWord, at: "    roles: [carer]", 13,
            says: "'carer' is no role"),
    ]

    private static let conditions: [BrokenFile] = [
        BrokenFile(
            "counting: {outcome: no_known_exploitation, months: 12}", "counting: {turned: exploitation}",
            .badCount, at: "    counting: {turned:", 15, says: "'counting' is started, moved-home"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}", "need: {when: {recorded: exploitation, running: disruption}}",
            .badCondition, at: "    need: {when: {recorded: exploitation, running", 18,
            says: "a condition says one thing"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}", "need: {when: {}}", .badCondition, at: "    need: {when: {}", 18,
            says: "a condition says one thing"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}", "need: {when: {tracker: whereabouts}}", .badCondition,
            at: "    need: {when: {tracker", 18, says: "'tracker' has 'in' beside it"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}", "need: {when: {completed: disruptoin}}", .unknownName,
            at: "    need: {when: {completed", 30, says: "there is no module 'disruptoin'; the nearest is 'disruption'"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}", "need: {when: {all: []}}", .badCondition,
            at: "    need: {when: {all", 24, says: "'all' has at least one condition"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}",
            "need: {when: {recorded: {fact: found-by-police, where: {episode: x}}}}", .unknownName,
            at: "    need: {when: {recorded: {fact: found-by-police", 70,
            says: "there is no word 'x' in 'found-by-police: episode'; only fields of words are asked for words"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}", "need: {when: {recorded: {fact: exploitation, whose: her}}}",
            .unknownWord, at: "    need: {when: {recorded: {fact: exploitation, whose", 57,
            says: "there are same, anybody, and a list of roles"),
        BrokenFile(
            "need: {when: {recorded: exploitation}}",
            "need: {when: \(String(repeating: "{not: ", count: 9)){recorded: exploitation}\(String(repeating: "}", count: 9))}",
            .badCondition, at: "    need: {when: {not", 66, says: "at most 8 levels"),
    ]
}
