import Foundation
import FoundationXML
import Markup

@testable import Pictures

/// A drawing as a reader of XML meets it: whether it is well formed, which texts it draws and where.
final class DrawnText: NSObject, XMLParserDelegate {
    /// A text with the room that it takes at the most.
    struct Placed {
        let text: String
        let box: LabelBox
    }

    private(set) var texts: [Placed] = []
    private(set) var elements: [String] = []
    private(set) var attributes: Set<String> = []
    /// What is wrong with the drawing; nil when it is well formed.
    private(set) var fault: String?
    private var open: (x: Double, y: Double, anchor: String, text: String)?

    init(_ picture: Picture) {
        super.init()
        let parser = XMLParser(data: Data(picture.svg.html.utf8))
        parser.delegate = self
        if !parser.parse() { fault = parser.parserError.map { "\($0)" } ?? "not well formed" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        elements.append(name)
        attributes.formUnion(found.keys)
        guard name == "text" else { return }
        open = (Double(found["x"] ?? "") ?? .nan, Double(found["y"] ?? "") ?? .nan, found["text-anchor"] ?? "start", "")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open?.text += text }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard name == "text", let done = open else { return }
        open = nil
        let width = TextMeasure.width(of: done.text)
        let left = done.anchor == "end" ? done.x - width : done.anchor == "middle" ? done.x - width / 2 : done.x
        texts.append(
            Placed(
                text: done.text,
                box: LabelBox(left: left, top: done.y - 10, right: left + width, bottom: done.y + 3)))
    }

    /// Two texts of which one covers a part of the other.
    var overlaps: [String] {
        texts.indices.flatMap { one in
            texts.indices.dropFirst(one + 1).filter { texts[one].box.overlaps(texts[$0].box) }
                .map { "\(texts[one].text) | \(texts[$0].text)" }
        }
    }
}
