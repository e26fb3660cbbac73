import Markup

/// A picture of figures that can be read without seeing it, without colour and on paper: a drawing with a title and one
/// sentence that says what it shows, and beside it a table of the same figures.
///
/// The same figures give the same bytes. There is no script and no style in it: what it looks like stands in attributes of
/// its own, so that it needs no stylesheet and no leave of the content security policy.
package struct Picture: Hashable, Sendable {
    /// The name inside the page.
    package let id: PictureID
    /// What is shown, in a few words.
    package let title: String
    /// What it shows, in one sentence.
    package let finding: String
    /// The same figures as rows.
    package let table: PictureTable
    /// How high the drawing is, in its own units; it is always as wide as ``Canvas/width``.
    let height: Double
    let drawing: [Node]

    /// The drawing: scalable vector graphics that stand inside a page or, as they are, in a file.
    package var svg: Node {
        let (width, height) = (Coordinate.text(Canvas.width), Coordinate.text(height))
        return el(
            "svg",
            [
                Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("role", "img"),
                Attribute("aria-labelledby", "\(id.title) \(id.finding)"),
                Attribute("viewBox", "0 0 \(width) \(height)"), Attribute("width", width),
                Attribute("height", height), Attribute("font-family", "Inter, Helvetica, Arial, sans-serif"),
                Attribute("font-size", Coordinate.text(TextMeasure.size)), Attribute("fill", "currentColor"),
            ],
            each: [
                el("title", [.id(id.title)], .text(title)), el("desc", [.id(id.finding)], .text(finding)),
            ] + drawing)
    }

    /// All of it: the title and the sentence as text, the drawing, the table.
    package var figure: Node { el("figure", [.class("picture")], caption, svg, table.node) }

    /// The title and the sentence as text and the drawing, for a page on which the same figures stand in a table below.
    package var figureBesideTable: Node { el("figure", [.class("picture")], caption, svg) }

    private var caption: Node {
        el("figcaption", [], el("strong", [], .text(title)), " ", .text(finding))
    }
}
