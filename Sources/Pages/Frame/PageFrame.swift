import Markup

/// What is around every page: title, style, the banner of an invented network, the way to the content.
package struct PageFrame: Hashable, Sendable {
    /// Whether everything that is shown is invented.
    package let isSimulated: Bool
    /// The address of the style sheet.
    package let stylesheet: String
    /// The version of the program, for the foot of the page.
    package let version: String
    /// The pages of the reader's day, by address and title; empty where nobody is signed in.
    private var ways: [StartOptions.Option] = []
    /// The address of the page among them that this one belongs to; nil for none.
    private var here: String?
    /// The address of the page's script; nil for none.
    private var script: String?
    /// Whether the page leads to the reader's account.
    private var hasAccount = true

    /// What is around the pages of a service.
    package init(isSimulated: Bool, stylesheet: String, version: String) {
        self.isSimulated = isSimulated
        self.stylesheet = stylesheet
        self.version = version
    }

    /// The same with the pages of somebody's day.
    package func leading(to ways: [StartOptions.Option], at here: String?) -> PageFrame {
        var frame = self
        frame.ways = ways
        frame.here = here
        return frame
    }

    /// The same for readers who have no account and never will: nothing leads them to one.
    package var withoutAccount: PageFrame {
        var frame = self
        frame.hasAccount = false
        return frame
    }

    /// The same with a script of our own.
    package func scripted(by script: String) -> PageFrame {
        var frame = self
        frame.script = script
        return frame
    }

    /// A whole page.
    /// - Parameter title: what the page is, without the product's name.
    func document(title: String, _ content: [Node]) -> Document {
        Document(head: head(title), body: [skipLink, header] + navigation + [main(content), footer])
    }

    private func head(_ title: String) -> [Node] {
        [
            el("meta", [Attribute("charset", "utf-8")]),
            el("meta", [Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")]),
            el("title", [], .text("\(title) – Homeward")),
            el("meta", [Attribute("name", "robots"), Attribute("content", "noindex, nofollow")]),
            el("link", [Attribute("rel", "stylesheet"), .href(stylesheet)]),
        ] + (script.map { [el("script", [Attribute("src", $0), Attribute("defer")])] } ?? [])
    }

    private var skipLink: Node {
        el("a", [.class("skip"), .href("#main")], "Skip to main content")
    }

    private var header: Node {
        var rows = [el("p", [.class("brand")], el("a", [.href("/")], "Homeward"))]
        if isSimulated { rows.append(el("p", [.class("simulated")], .text(PageFrame.simulatedNotice))) }
        if hasAccount { rows.append(el("p", [.class("account")], el("a", [.href("/account")], "Your account"))) }
        return el("header", [.class("top")], el("div", [.class("width")], each: rows))
    }

    private var navigation: [Node] {
        guard !ways.isEmpty else { return [] }
        return [
            el(
                "nav", [.class("ways-of-day"), Attribute("aria-label", "Pages of your day")],
                PageLinks(ways, at: here, class: "width").node)
        ]
    }

    private func main(_ content: [Node]) -> Node {
        el("main", [.id("main"), .class("width"), Attribute("tabindex", "-1")], each: content)
    }

    private var footer: Node {
        let pages = PlainPage.allCases.map { StartOptions.Option(value: $0.address, title: $0.title) }
        return el(
            "footer", [.class("foot")],
            el(
                "div", [.class("width")],
                el("nav", [Attribute("aria-label", "About this service")], PageLinks(pages, at: here).node),
                el("p", [], .text(version))))
    }

    /// What stands on every page of a home that was made for an invented network.
    package static let simulatedNotice = "Simulated network: no real families"
}
