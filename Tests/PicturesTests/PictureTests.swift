import Markup
import Statistics
import Testing

@testable import Pictures

@Suite struct PictureTests {
    /// Every kind, with usual figures, none, one, nothing but noughts, very many, and texts that try to be something else.
    static func all() throws -> [Picture] {
        let hostile = Samples.hostile
        let joined = hostile.joined()
        return try Samples.usual().map(\.picture) + [
            try Samples.funnel(0), try Samples.funnel(1), Samples.funnel([try Samples.unit("none", 0, 0)]),
            Samples.funnel(try (1...5).map { try Samples.unit("s\($0)", 0, 10 * $0) }),
            Samples.funnel(try (1...5).map { try Samples.unit("s\($0)", 10 * $0, 10 * $0) }),
            Samples.funnel(try hostile.enumerated().map { try Samples.unit($1, 20, 30 + $0) }),
            Samples.funnel([try Samples.unit("large", 80_000, 90_000), try Samples.unit("small", 1, 1)]),
            Samples.run([]), Samples.run([nil]), Samples.run([0.5]), Samples.run([0, 0, 0]), Samples.run([0.1, 1, 0]),
            Samples.run((0..<60).map { Double($0 % 7) / 7 }),
            Samples.run([3.5, nil, 128.4, -2], figure: .number(.one)),
            Samples.run([0.4, 0.5, 0.6], names: joined), Samples.run([10_000, 20_000, 30_000], figure: .number(.none)),
            Samples.survival([]), Samples.survival([(0, true)]), Samples.survival([(0, false)]),
            Samples.survival([(40, false), (50, false)]), Samples.survival([(3, true), (3, true)]),
            Samples.survival((0..<900).map { ($0, $0 % 3 == 0) }, noun: Noun(joined, joined)),
            try Samples.spread([]), try Samples.spread([0, 0, 0]), try Samples.spread([4]),
            try Samples.spread([1000, 2000, 3]), try Samples.spread(Array(repeating: 1234, count: 40)),
            try Samples.spread([1, 2], noun: Noun(joined, joined)),
            Samples.flow([]), Samples.flow([.init(name: "Referred", count: 0)]),
            Samples.flow([.init(name: joined, count: 3, exits: hostile.map { .init(name: $0, count: 1) })]),
        ]
    }

    @Test func `every drawing is well formed and says in words what it shows`() throws {
        for picture in try PictureTests.all() {
            let drawn = DrawnText(picture)
            #expect(drawn.fault == nil, "\(picture.title): \(drawn.fault ?? "")")
            #expect(Array(drawn.elements.prefix(3)) == ["svg", "title", "desc"])
            #expect(picture.finding.hasSuffix("."))
            #expect(picture.figure.html.contains("<table"))
        }
    }

    @Test func `nothing in a drawing is a script, a style or an address of others`() throws {
        let harmless: Set = [
            "svg", "title", "desc", "defs", "pattern", "g", "line", "path", "rect", "circle", "text",
        ]
        for picture in try PictureTests.all() {
            let drawn = DrawnText(picture)
            #expect(Set(drawn.elements).isSubset(of: harmless))
            #expect(drawn.attributes.isDisjoint(with: ["style", "href", "class"]))
            #expect(!drawn.attributes.contains { $0.hasPrefix("on") })
        }
    }

    @Test func `no text covers another, and none is cut off at the edge`() throws {
        for picture in try PictureTests.all() {
            let drawn = DrawnText(picture)
            #expect(drawn.overlaps.isEmpty, "\(picture.title)")
            // Half a unit for rounding.
            let page = LabelBox(left: -0.5, top: 0, right: Canvas.width + 0.5, bottom: picture.height)
            for placed in drawn.texts {
                #expect(placed.box.isInside(page), "\(picture.title): \(placed.text) \(placed.box)")
            }
        }
    }

    @Test(arguments: 1...40)
    func `of any number of sites, names do not overlap and every signal is named`(count: Int) throws {
        let units = try Samples.units(count)
        let drawn = DrawnText(Samples.funnel(units))
        #expect(drawn.overlaps.isEmpty)
        let texts = Set(drawn.texts.map(\.text))
        for unit in units where unit.signal != .none { #expect(texts.contains(unit.name)) }
    }

    @Test func `the table has the figures that are drawn`() throws {
        let units = try Samples.units(24)
        let picture = Samples.funnel(units)
        let svg = picture.svg.html
        #expect(picture.table.rows.map { $0[0] } == units.map(\.name))
        for row in picture.table.rows { #expect(svg.contains("<title>\(row[0]): \(row[1]), \(row[2])</title>")) }
    }
}
