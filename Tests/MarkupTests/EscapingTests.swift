import Markup
import Testing

struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("&amp;", "&amp;amp;"),
        ("\"'", "&quot;&#39;"), ("a\u{0}b", "a\u{FFFD}b"), ("\u{1B}[31m", "\u{FFFD}[31m"),
        ("abc\u{202E}gpj.exe", "abc\u{FFFD}gpj.exe"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
        ("\u{FFFF}", "\u{FFFD}"), ("tab\tline\n", "tab\tline\n"), ("Zoë 👩‍👧 עברית", "Zoë 👩‍👧 עברית"),
    ])
    func `text cannot become markup, nor turn round what follows`(_ text: String, _ written: String) {
        #expect(Node.text(text).html == written)
        #expect(el("p", [], .text(text)).html == "<p>\(written)</p>")
        #expect(el("p", [Attribute("title", text)]).html == "<p title=\"\(written)\"></p>")
    }

    @Test func `a quote with a combining mark is still a quote`() {
        let name = "x\"\u{308} onfocus=alert(1)"
        #expect(name.count == 19, "the quote and its mark are one character")
        let html = el("input", [Attribute("value", name)]).html
        #expect(html == "<input value=\"x&quot;\u{308} onfocus=alert(1)\">")
    }

    @Test func `every scalar that means something to a browser is written as a reference, wherever it stands`() {
        let marks: [Unicode.Scalar] = ["\u{308}", "\u{200D}", "\u{FE0F}", "\u{20DD}", "\u{1F3FD}"]
        for mark in marks {
            for special in ["<", ">", "&", "\"", "'"] {
                for text in [special + String(mark), String(mark) + special] {
                    let html = el("a", [Attribute("title", text)], .text(text)).html
                    let inner = html.dropFirst("<a title=\"".count).dropLast("</a>".count)
                    #expect(!inner.unicodeScalars.contains("<") && !inner.unicodeScalars.contains("'"))
                    #expect(inner.unicodeScalars.filter { $0 == "\"" || $0 == ">" }.count == 2, "\(text)")
                }
            }
        }
    }

    @Test func `ten thousand characters stay ten thousand`() {
        let text = String(repeating: "ä", count: 10_000)
        #expect(el("p", [], .text(text)).html.count == 10_007)
    }

    @Test func `numbers and words that are put into text are escaped with it`() {
        let name = "<b>"
        #expect(el("p", [], "Name: \(name)").html == "<p>Name: &lt;b&gt;</p>")
    }
}
