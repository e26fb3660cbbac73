import Markup

/// What to do in a home that has no site yet.
enum FirstSteps {
    static func nodes(isSimulated: Bool) -> [Node] {
        [
            el("h1", [], "There are no sites yet"),
            el(
                "p", [.class("lead")],
                "Homeward runs and its database is ready. When it has a site and that site's register, this page shows the",
                " programme's indicators."),
            el("h2", [], "What to do next"),
            el("ol", [.class("steps")], each: (isSimulated ? simulated : real).map { el("li", [], each: $0) }),
        ]
    }

    private static let real: [[Node]] = [
        [
            "Describe the site and its teams in a file, as ", CommandText.inline("config/sites/demo-north.yaml"),
            " does, and apply it: ", CommandText.inline("homeward site apply FILE"),
        ],
        [
            "See what the site's register would do, without changing anything: ",
            CommandText.inline("homeward import register FILE --site CODE --dry-run"),
        ],
        ["Take the register in: ", CommandText.inline("homeward import register FILE --site CODE")],
        ["Open this page again."],
    ]

    private static let simulated: [[Node]] = [
        [
            "This home is for an invented network. Make one: ",
            CommandText.inline("homeward simulate --sites 24 --families 200 --months 36 --seed 1"),
        ],
        ["Open this page again."],
    ]
}
