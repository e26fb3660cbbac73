import Markup

/// The form that chooses site, model and period; a plain GET.
struct StartFormView {
    let options: StartOptions
    let form: StartForm

    var node: Node {
        el(
            "form",
            [
                .class("choose"), Attribute("method", "get"), Attribute("action", "/"), Attribute("novalidate"),
                Attribute("aria-label", "Choose what is shown"),
            ],
            choice(.site, "Site", options.sites), choice(.model, "Model", options.models),
            day(.from, "First day that counts"), day(.to, "Last day that counts"),
            el("div", [.class("field button")], el("button", [Attribute("type", "submit")], "Show"))
        )
    }

    private func choice(_ field: StartField, _ label: String, _ options: [StartOptions.Option]) -> Node {
        let chosen = form.values[field] ?? ""
        var items = options.map { option in
            var attributes = [Attribute("value", option.value)]
            if option.value == chosen { attributes.append(Attribute("selected")) }
            return el("option", attributes, .text(option.title))
        }
        // What is no choice is not kept as one: the mistake says what is there.
        if form.problem(of: field) != nil, !options.contains(where: { $0.value == chosen }) {
            items.insert(el("option", [Attribute("value", ""), Attribute("selected")], "Choose"), at: 0)
        }
        return wrapped(
            field, label, hint: nil,
            el(
                "select",
                [.id(field.rawValue), Attribute("name", field.rawValue)] + described(field, hasHint: false),
                each: items))
    }

    private func day(_ field: StartField, _ label: String) -> Node {
        wrapped(
            field, label, hint: "For example 2025-03-31",
            el(
                "input",
                [
                    .id(field.rawValue), Attribute("name", field.rawValue), Attribute("type", "text"),
                    Attribute("inputmode", "numeric"), Attribute("autocomplete", "off"),
                    Attribute("spellcheck", "false"),
                    Attribute("maxlength", "10"), Attribute("value", form.values[field] ?? ""),
                ] + described(field, hasHint: true)))
    }

    private func described(_ field: StartField, hasHint: Bool) -> [Attribute] {
        let isWrong = form.problem(of: field) != nil
        let parts = (hasHint ? ["\(field.rawValue)-hint"] : []) + (isWrong ? ["\(field.rawValue)-error"] : [])
        guard !parts.isEmpty else { return [] }
        let described = Attribute("aria-describedby", parts.joined(separator: " "))
        return isWrong ? [described, Attribute("aria-invalid", "true")] : [described]
    }

    private func wrapped(_ field: StartField, _ label: String, hint: String?, _ control: Node) -> Node {
        var parts = [el("label", [Attribute("for", field.rawValue)], .text(label))]
        if let hint { parts.append(el("p", [.class("hint"), .id("\(field.rawValue)-hint")], .text(hint))) }
        let problem = form.problem(of: field)
        if let problem {
            parts.append(
                el("p", [.class("mistake"), .id("\(field.rawValue)-error")], "Error: ", .text(problem.sentence)))
        }
        return el("div", [.class(problem == nil ? "field" : "field wrong")], each: parts + [control])
    }
}
