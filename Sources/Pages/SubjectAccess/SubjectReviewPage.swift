import CivilDate
import Intervention
import Markup
import Practice

/// A pack as whoever answers a request reads it: everything by part, what is about others marked, and a box at each thing
/// that can be taken out before it is given.
package struct SubjectReviewPage: Sendable {
    private typealias Address = SubjectSearchPage.Address

    /// What can be taken out of the service.
    package enum File: String, CaseIterable, Sendable {
        /// The page that is given, without what is ticked.
        case page
        /// The same for programs.
        case programs
        /// The list of what is marked, as `homeward subject-access --redact` reads it.
        case list
    }

    private let pack: SubjectPack
    private let place: OfficePlace
    private let mark: String

    /// A page.
    package init(_ pack: SubjectPack, at place: OfficePlace, mark: String) {
        self.pack = pack
        self.place = place
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let title = "What is kept of \(pack.ref.map { "the child \($0)" } ?? "a child")"
        return frame.document(
            title: title,
            [el("h1", [], .text(title))] + SubjectPage.days(of: pack) + [
                el("p", [.class("marked")], .text(marked)), SubjectPage.contents(of: pack), form,
                SubjectPage.leftOut(of: pack),
            ])
    }

    private var marked: String {
        let items = pack.parts.flatMap(\.items)
        let count = items.count { $0.thirdParty != nil || $0.fields.contains { $0.thirdParty != nil } }
        let what = count == 1 ? "One of \(items.count) entries is" : "\(count) of \(items.count) entries are"
        return
            "\(what) marked because they may tell of somebody else, or could cause harm. Read each, tick what is to be "
            + "left out, and take the pack out at the end of the page. Nothing is left out unless it is ticked."
    }

    private var form: Node {
        let hidden = [
            (AskForm.markField, mark), (OfficePlace.field, place.site.value), (Address.child, pack.child.description),
            (Address.received, pack.deadline.receivedOn.description),
        ].map { name, value in
            el("input", [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
        }
        return el(
            "form",
            [.class("pack"), Attribute("method", "post"), Attribute("action", Address.file), Attribute("novalidate")],
            each: hidden + pack.parts.map(section) + [buttons])
    }

    private func section(_ part: SubjectPack.Part) -> Node {
        el(
            "section", [.id(part.key)],
            each: [
                el("h2", [], .text(part.title)), el("p", [.class("hint")], .text("Kept for \(part.reason).")),
            ] + part.items.map(item))
    }

    private func item(_ item: SubjectPack.Item) -> Node {
        let note = item.thirdParty.map { [el("p", [.class("note")], .text("Marked: \($0.sentence)."))] } ?? []
        let marked = item.fields.filter { $0.thirdParty != nil }
        let fields = item.fields.map { field in
            el("div", [], el("dt", [], .text(field.name)), el("dd", [], .text(field.value ?? "taken out")))
        }
        return el(
            "div", [.class(note.isEmpty && marked.isEmpty ? "entry" : "entry marked")],
            each: [el("h3", [], .text(item.id)), el("dl", [], each: fields)] + note
                + [box(item.id, "Leave out all of \(item.id)")]
                + marked.map { box("\(item.id)/\($0.key)", "Leave out “\($0.name)” of \(item.id): \($0.mark)") })
    }

    private func box(_ value: String, _ label: String) -> Node {
        let id = "out-\(value)"
        return el(
            "div", [.class("tick")],
            el(
                "input",
                [
                    .id(id), Attribute("type", "checkbox"), Attribute("name", Address.out), Attribute("value", value),
                ]), el("label", [Attribute("for", id)], .text(label)))
    }

    private var buttons: Node {
        el(
            "div", [.class("buttons")], el("h2", [.id("take-out")], "Take it out"),
            el("p", [], "The files hold what is kept of a child. Keep them where only you can read them."),
            button(.page, "Save the pack without what is ticked"),
            button(.programs, "Save the same for programs (JSON)"), button(.list, "Save the list of what is marked"))
    }

    private func button(_ file: File, _ text: String) -> Node {
        el(
            "button",
            [Attribute("type", "submit"), Attribute("name", Address.wanted), Attribute("value", file.rawValue)],
            .text(text))
    }
}

extension SubjectPack.Field {
    /// The name as a list of what to take out has it.
    fileprivate var key: String { name.filter { $0 != " " } }

    /// Why it is marked.
    fileprivate var mark: String { thirdParty?.sentence ?? "" }
}
