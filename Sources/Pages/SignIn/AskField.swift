import Markup

/// One thing that a form asks for.
package struct AskField: Hashable, Sendable {
    /// What kind of thing it is, and so how browsers fill it in.
    package enum Kind: Hashable, Sendable {
        case account
        case password
        case newPassword
        case oneTimeCode
        /// A word or a few.
        case text
        /// A day of the calendar.
        case day
        /// Sentences.
        case words
        /// One of a list.
        case choice([StartOptions.Option])
        /// Yes or no.
        case tick
    }

    /// Its name in what is sent.
    package let name: String
    /// What it is called.
    package let label: String
    /// What helps to fill it in; nil for nothing.
    package let hint: String?
    /// What stands in it already.
    package let value: String
    /// What kind of thing it is.
    package let kind: Kind

    /// A field.
    package init(_ name: String, _ label: String, hint: String? = nil, value: String = "", _ kind: Kind) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.kind = kind
    }

    /// The field, with what was wrong with what stands in it.
    func node(mistake: String? = nil) -> Node {
        let label = el("label", [Attribute("for", name)], .text(label))
        guard kind != .tick else { return el("div", [.class("field tick")], control([]), label) }
        var (parts, describing): ([Node], [String]) = ([label], [])
        if let hint {
            parts.append(el("p", [.class("hint"), .id("\(name)-hint")], .text(hint)))
            describing.append("\(name)-hint")
        }
        if let mistake {
            parts.append(el("p", [.class("mistake"), .id("\(name)-error")], "Error: ", .text(mistake)))
            describing.append("\(name)-error")
        }
        var further = describing.isEmpty ? [] : [Attribute("aria-describedby", describing.joined(separator: " "))]
        if mistake != nil { further.append(Attribute("aria-invalid", "true")) }
        return el("div", [.class(mistake == nil ? "field" : "field wrong")], each: parts + [control(further)])
    }

    private func control(_ further: [Attribute]) -> Node {
        let own = [.id(name), Attribute("name", name)] + further
        switch kind {
        case .account: return input("text", "username", own)
        case .password: return input("password", "current-password", own)
        case .newPassword: return input("password", "new-password", own)
        case .oneTimeCode: return input("text", "one-time-code", own)
        case .text: return input("text", "off", own)
        case .day: return input("text", "off", own + [Attribute("inputmode", "numeric"), Attribute("maxlength", "10")])
        case .words: return el("textarea", own + [Attribute("rows", "4")], .text(value))
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
