import Markup

extension AskField {
    /// The field, with what was wrong with what stands in it.
    func node(mistake: String? = nil) -> Node {
        let frame = mistake == nil ? "field" : "field wrong"
        switch kind {
        case .tick: return el("div", [.class("field tick")], control([]), caption)
        case .date: return group(frame, mistake, el("div", [.class("date")], each: dateParts(mistake != nil)))
        case .radios(let options):
            // Yes, no and not known stand beside each other: a list of questions is then half as long.
            let isShort =
                options.count <= AskField.mostBeside && options.allSatisfy { $0.title.count <= AskField.short }
            let items = el("div", isShort ? [.class("beside-each-other")] : [], each: items("radio", options, [value]))
            return group(frame, mistake, items)
        case .boxes(let options): return group(frame, mistake, .fragment(items("checkbox", options, Set(ticked))))
        default: return el("div", [.class(frame)], each: [caption] + said(mistake) + [control(described(mistake))])
        }
    }

    /// So many short answers stand beside each other.
    private static let mostBeside = 3
    /// How many letters a short answer has at most.
    private static let short = 10

    private var caption: Node { el("label", [Attribute("for", name)], .text(label)) }

    /// Several controls that answer one question.
    private func group(_ frame: String, _ mistake: String?, _ controls: Node) -> Node {
        el(
            "fieldset", [.class(frame)] + described(mistake).filter { $0.name.text == "aria-describedby" },
            each: [el("legend", [], .text(label))] + said(mistake) + [controls])
    }

    private func said(_ mistake: String?) -> [Node] {
        var parts: [Node] = []
        if let hint { parts.append(el("p", [.class("hint"), .id("\(name)-hint")], .text(hint))) }
        if let mistake {
            parts.append(el("p", [.class("mistake"), .id("\(name)-error")], "Error: ", .text(mistake)))
        }
        return parts
    }

    private func described(_ mistake: String?) -> [Attribute] {
        let ids = (hint == nil ? [] : ["\(name)-hint"]) + (mistake == nil ? [] : ["\(name)-error"])
        let described = ids.isEmpty ? [] : [Attribute("aria-describedby", ids.joined(separator: " "))]
        return described + (mistake == nil ? [] : [Attribute("aria-invalid", "true")])
    }

    private func items(
        _ type: String, _ options: [StartOptions.Option], _ chosen: Set<String>
    ) -> [Node] {
        options.enumerated().map { place, option in
            let id = "\(name)-\(place + 1)"
            var own = [
                .id(id), Attribute("name", name), Attribute("type", type), Attribute("value", option.value),
            ]
            if chosen.contains(option.value) { own.append(Attribute("checked")) }
            return el(
                "div", [.class("tick")], el("input", own), el("label", [Attribute("for", id)], .text(option.title)))
        }
    }

    private func dateParts(_ isWrong: Bool) -> [Node] {
        let given = value.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let typed = parts.isEmpty ? given : parts
        return zip(DateParts.names(name), DateParts.labels).enumerated().map { place, part in
            var own = [
                .id(part.0), Attribute("name", part.0), Attribute("type", "text"), Attribute("autocomplete", "off"),
                Attribute("spellcheck", "false"), .class(place == 2 ? "year" : "part"),
            ]
            if place != 1 { own.append(Attribute("inputmode", "numeric")) }
            if typed.indices.contains(place), !typed[place].isEmpty {
                own.append(Attribute("value", typed[place]))
            }
            if isWrong { own.append(Attribute("aria-invalid", "true")) }
            return el("div", [], el("label", [Attribute("for", part.0)], .text(part.1)), el("input", own))
        }
    }

    private func control(_ further: [Attribute]) -> Node {
        let own = [.id(name), Attribute("name", name)] + further
        switch kind {
        case .account: return input("text", "username", own)
        case .password: return input("password", "current-password", own)
        case .newPassword: return input("password", "new-password", own)
        case .oneTimeCode: return input("text", "one-time-code", own)
        case .number: return input("text", "off", own + [Attribute("inputmode", "numeric"), .class("part")])
        case .day: return input("text", "off", own + [Attribute("inputmode", "numeric"), Attribute("maxlength", "10")])
        // Browsers leave out one line break at the beginning.
        case .words: return el("textarea", own + [Attribute("rows", "4")], .text("\n" + value))
        case .tick:
            let ticked = value.isEmpty ? [] : [Attribute("checked")]
            return el("input", own + [Attribute("type", "checkbox"), Attribute("value", "yes")] + ticked)
        case .choice(let options):
            return el(
                "select", own,
                each: options.map { option in
                    let chosen = option.value == value ? [Attribute("selected")] : []
                    return el("option", [Attribute("value", option.value)] + chosen, .text(option.title))
                })
        case .text, .date, .radios, .boxes: return input("text", "off", own)
        }
    }

    private func input(_ type: String, _ autocomplete: String, _ attributes: [Attribute]) -> Node {
        var all =
            attributes + [
                Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"), Attribute("type", type),
                Attribute("autocomplete", autocomplete),
            ]
        if !value.isEmpty { all.append(Attribute("value", value)) }
        return el("input", all)
    }
}
