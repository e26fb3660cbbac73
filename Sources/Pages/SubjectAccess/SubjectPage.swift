import CivilDate
import Intervention
import Markup
import Practice

/// What a site keeps of one child, as a page that stands for itself and prints well.
package enum SubjectPage {
    /// The page.
    package static func document(_ pack: SubjectPack) -> Document {
        Document(
            head: [
                el("meta", [Attribute("charset", "utf-8")]),
                el(
                    "meta",
                    [Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")]),
                el("title", [], "What is kept of you"), el("style", [], .text(style)),
            ],
            body: [
                el(
                    "main", [],
                    each: [el("h1", [], "What is kept of you")] + days(of: pack) + [contents(of: pack)]
                        + pack.parts.map(section) + [leftOut(of: pack)])
            ])
    }

    private static let style = """
        body { font: 12pt/1.5 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; }
        h2 { margin-top: 2em; border-bottom: 1px solid #666; }
        .reason, .mark { color: #444; }
        .mark, .out { border-left: 4px solid #666; padding-left: .5em; }
        dl { margin: 1em 0; padding: .5em 0; border-bottom: 1px solid #ccc; }
        dt { font-weight: bold; float: left; clear: left; width: 14em; overflow-wrap: anywhere; }
        dd { margin: 0 0 .2em 15em; overflow-wrap: anywhere; }
        @media print { body { margin: 0; max-width: none; } dl, h2 { break-inside: avoid; } }
        """

    /// Who drew it up, and by when it is to be answered.
    static func days(of pack: SubjectPack) -> [Node] {
        let kept =
            pack.kept.map { entry in
                "Your record is kept "
                    + (entry.keepThrough.map { "through \(DayText.long($0))" } ?? "while no end is in sight")
                    + " (rule: \(entry.rule))."
            } ?? ""
        return [
            el(
                "p", [],
                .text(
                    "Drawn up by \(pack.site) on \(DayText.long(pack.drawnOn))\(pack.ref.map { " of the record \($0)" } ?? "")."
                )),
            el(
                "p", [],
                .text(
                    "The request came on \(DayText.long(pack.deadline.receivedOn)); it is to be answered by "
                        + "\(DayText.long(pack.deadline.answerBy)), or by \(DayText.long(pack.deadline.extendedTo)) when "
                        + "you are told before the first of these days why it takes longer.")),
            el("p", [], .text(kept)),
        ]
    }

    /// The parts, with how many entries each has.
    static func contents(of pack: SubjectPack) -> Node {
        el(
            "nav", [Attribute("aria-label", "Contents")], el("h2", [], "Contents"),
            el(
                "ul", [],
                each: pack.parts.map {
                    el("li", [], el("a", [.href("#\($0.key)")], .text($0.title)), .text(" (\($0.items.count))"))
                }))
    }

    private static func section(_ part: SubjectPack.Part) -> Node {
        el(
            "section", [.id(part.key)],
            each: [
                el("h2", [], .text(part.title)),
                el("p", [.class("reason")], .text("Kept for \(part.reason).")),
            ] + part.items.map(item))
    }

    private static func item(_ item: SubjectPack.Item) -> Node {
        var nodes = [el("dt", [], "item"), el("dd", [], .text(item.id))]
        for field in item.fields {
            nodes.append(el("dt", [], .text(field.name)))
            nodes.append(el("dd", [], .text(field.value ?? "taken out")))
        }
        if let reason = item.redaction {
            nodes += [el("dt", [.class("out")], "taken out"), el("dd", [], .text(reason))]
        } else if let mark = item.thirdParty {
            nodes += [el("dt", [.class("mark")], "to be looked at"), el("dd", [], .text(mark.sentence))]
        }
        return el("dl", [], each: nodes)
    }

    /// What is kept and not given, with the reasons.
    static func leftOut(of pack: SubjectPack) -> Node {
        el(
            "section", [], el("h2", [], "What is kept and not given here"),
            el("ul", [], each: pack.leftOut.map { el("li", [], .text($0)) }))
    }
}
