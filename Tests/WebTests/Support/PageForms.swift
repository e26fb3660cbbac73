import Foundation

/// The forms of a page, as a browser reads them.
struct PageForm {
    /// Something that is sent.
    struct Control {
        let name: String
        /// The kind: of an input its type, else the name of the element.
        let kind: String
        var value: String
        /// Whether it is sent as it stands: a box that is not ticked is not.
        let isSent: Bool

        /// Whether somebody types into it what may be shown again.
        var isText: Bool { kind == "text" || kind == "textarea" }
    }

    let action: String
    let isPosted: Bool
    let controls: [Control]

    /// What a browser sends, with some of the controls changed.
    /// - Parameter changes: values by name; where nothing stands in a choice, the first that is offered is taken.
    func sending(_ changes: [String: String]) -> [(String, String)] {
        var sent: [(String, String)] = []
        var names: Set<String> = ["mark"]
        let chosen = Set(controls.filter { $0.kind == "radio" && $0.isSent }.map(\.name))
        for control in controls where !names.contains(control.name) {
            guard control.isSent || control.kind == "radio" && !chosen.contains(control.name) else { continue }
            names.insert(control.name)
            sent.append((control.name, changes[control.name] ?? control.value))
        }
        return sent
    }

    /// The forms of a page.
    static func all(of page: String) -> [PageForm] {
        page.components(separatedBy: "<form").dropFirst().map { part in
            let text = part.components(separatedBy: "</form>")[0]
            let head = attributes(of: text.prefix { $0 != ">" })
            return PageForm(
                action: head["action"] ?? "", isPosted: head["method"] == "post", controls: controls(of: text))
        }
    }

    private static func controls(of form: String) -> [Control] {
        let tags = form.matches(of: /<(input|textarea|select)([^>]*)>/)
        return tags.compactMap { tag in
            let own = attributes(of: tag.2)
            guard let name = own["name"] else { return nil }
            let rest = form[tag.range.upperBound...]
            switch tag.1 {
            case "textarea":
                let text = rest.prefix(upTo: rest.range(of: "</textarea>")?.lowerBound ?? rest.endIndex)
                return Control(name: name, kind: "textarea", value: plain(text.dropFirst()), isSent: true)
            case "select":
                let options = rest.prefix(upTo: rest.range(of: "</select>")?.lowerBound ?? rest.endIndex)
                let values = options.matches(of: /<option([^>]*)>/).map { attributes(of: $0.1) }
                let chosen =
                    values.first { $0["selected"] != nil && $0["value"] != "" } ?? values.first { $0["value"] != "" }
                return Control(name: name, kind: "select", value: chosen?["value"] ?? "", isSent: true)
            default:
                let kind = own["type"] ?? "text"
                let isBox = kind == "radio" || kind == "checkbox"
                return Control(
                    name: name, kind: kind, value: own["value"] ?? "", isSent: !isBox || own["checked"] != nil)
            }
        }
    }

    private static func attributes(of tag: some StringProtocol) -> [String: String] {
        let pairs = String(tag).matches(of: /([a-z-]+)(?:="([^"]*)")?/).map { (String($0.1), plain($0.2 ?? "")) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Signs that HTML writes otherwise; a mark that combines with one of them changes nothing of it.
    private static let signs = [("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("&", "&amp;")].map {
        (plain: $0, written: $1)
    }

    /// A text as HTML writes it.
    static func written(_ text: String) -> String {
        signs.reversed().reduce(text) { $0.replacingOccurrences(of: $1.plain, with: $1.written, options: .literal) }
    }

    /// What stands behind the signs that HTML writes otherwise.
    private static func plain(_ text: some StringProtocol) -> String {
        signs.reduce(String(text)) { $0.replacingOccurrences(of: $1.written, with: $1.plain, options: .literal) }
    }
}
