import Markup
import Testing

struct ElementTests {
    @Test func `an element is written with its attributes in order`() {
        let node = el("p", [.class("lead"), .id("a"), Attribute("hidden")], "Text ", el("em", [], "more"))
        #expect(node.html == "<p class=\"lead\" id=\"a\" hidden>Text <em>more</em></p>")
    }

    @Test func `an element that is void has no end`() {
        #expect(el("br").html == "<br>")
        #expect(el("input", [Attribute("name", "x")]).html == "<input name=\"x\">")
        #expect(el("p").html == "<p></p>")
    }

    @Test func `a document says its language and what it is`() {
        let html = Document(head: [el("title", [], "T")], body: ["B"]).html
        #expect(html == "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><title>T</title></head><body>B</body></html>\n")
    }

    @Test(arguments: ["script", "style", "iframe", "object", "template", "noscript", "base"] as [StaticName])
    func `an element whose content is no markup to a browser is not written`(_ name: StaticName) {
        #expect(el("p", [], el(name, [], "alert(1)")).html == "<p></p>")
    }

    @Test func `a program is written only where it is a file of our own, and nothing stands in it`() {
        let own = Attribute("src", "/assets/drafts-1.js")
        #expect(
            el("p", [], el("script", [own, Attribute("defer")])).html
                == "<p><script src=\"/assets/drafts-1.js\" defer></script></p>")
        #expect(el("p", [], el("script", [own], "alert(1)")).html == "<p></p>")
        for other in ["/episode", "https://evil.example/assets/x.js", "//evil.example/assets/x.js"] {
            #expect(el("p", [], el("script", [Attribute("src", other)])).html == "<p></p>")
        }
    }

    @Test(arguments: ["onclick", "onfocus", "style", "srcdoc"] as [StaticName])
    func `an attribute that holds a program or a style is not written`(_ name: StaticName) {
        #expect(el("p", [Attribute(name, "alert(1)"), .id("a")]).html == "<p id=\"a\"></p>")
    }

    @Test(arguments: ["/", "/assets/site.css", "#main", "?site=a&from=2025-01-01", "/#next"])
    func `an address of our own stays`(_ address: String) {
        #expect(Attribute.href(address).value == address)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "//evil.example/x", "/\\evil.example", "\\\\evil.example",
        "https://evil.example", "data:text/html,x", "", " /", "/\t/evil.example", "/\n/evil.example", "evil", "../x",
        "/a b", "mailto:x@example.org",
    ])
    func `no other address gets into a page, by whatever attribute`(_ address: String) {
        #expect(Attribute.href(address).value == "#")
        for name in ["href", "src", "action", "formaction", "xlink:href"] as [StaticName] {
            #expect(Attribute(name, address).value == "#")
        }
        #expect(Attribute("title", address).value == address)
    }
}
