import Markup

/// What to do in a home for an invented network that has no site yet. In any other nobody is signed in before there is one.
enum FirstSteps {
    static var nodes: [Node] {
        [
            el("h1", [], "There are no sites yet"),
            el(
                "p", [.class("lead")],
                "Homeward runs and its database is ready. When it has a site and that site's register, this page shows the",
                " programme's indicators."),
            el("h2", [], "What to do next"),
            el("ol", [.class("steps")], each: steps.map { el("li", [], each: $0) }),
        ]
    }

    private static let steps: [[Node]] = [
        [
            "This home is for an invented network. Make one: ",
            CommandText.inline("homeward simulate --sites 24 --families 200 --months 36 --seed 1"),
        ],
        ["Open this page again."],
    ]
}
