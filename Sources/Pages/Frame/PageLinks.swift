import Markup

/// Links to pages that belong together, one of which is being read.
package struct PageLinks: Hashable, Sendable {
    private let pages: [StartOptions.Option]
    private let here: String?
    private let name: String

    /// - Parameters:
    ///   - pages: by address and title.
    ///   - here: the address of the one that is being read; nil for none.
    package init(_ pages: [StartOptions.Option], at here: String?, class name: String = "pages") {
        self.pages = pages
        self.here = here
        self.name = name
    }

    /// The list of links.
    var node: Node {
        el(
            "ul", [.class(name)],
            each: pages.map { page in
                let current = page.value == here ? [Attribute("aria-current", "page")] : []
                return el("li", [], el("a", [.href(page.value)] + current, .text(page.title)))
            })
    }

    /// The list of links below the heading of a page, as its own region.
    package func region(_ label: String) -> Node {
        el("nav", [.class("beside"), Attribute("aria-label", label)], node)
    }
}
