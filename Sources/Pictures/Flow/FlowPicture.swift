import Markup
import Statistics

/// What becomes of referrals step by step: how many reach each step, and how many leave before the next and why.
package struct FlowPicture: Hashable, Sendable {
    /// A step, and who leaves after it.
    package struct Step: Hashable, Sendable {
        let name: String
        let count: Int
        let exits: [Exit]

        /// - Parameters:
        ///   - name: who they are: `Accepted`.
        ///   - count: how many reached it.
        ///   - exits: who went no further.
        package init(name: String, count: Int, exits: [Exit] = []) {
            (self.name, self.count, self.exits) = (name, max(0, count), exits)
        }
    }

    /// Those who go no further, for one reason.
    package struct Exit: Hashable, Sendable {
        let name: String
        let count: Int

        /// - Parameters:
        ///   - name: why: `Declined: no capacity`.
        ///   - count: how many.
        package init(name: String, count: Int) { (self.name, self.count) = (name, max(0, count)) }
    }

    let id: PictureID
    let title: String
    let noun: Noun
    let steps: [Step]

    /// A flow.
    /// - Parameters:
    ///   - title: whose it is and of when.
    ///   - noun: what flows: a referral.
    ///   - steps: from all of them to those who came farthest.
    package init(id: PictureID, title: String, noun: Noun, steps: [Step]) {
        (self.id, self.title, self.noun, self.steps) = (id, title, noun, steps)
    }

    /// The picture.
    package var picture: Picture {
        let isEmpty = all == 0
        return Picture(
            id: id, title: title, finding: finding, table: table, height: isEmpty ? 40 : height,
            drawing: isEmpty ? [Shapes.text("No \(noun.several).", Point(x: 0, y: 24))] : drawing)
    }

    private var all: Int { steps.first?.count ?? 0 }

    private var finding: String {
        guard all > 0, let last = steps.last else { return "There are no \(noun.several) in this period." }
        return "Of \(noun.counted(all)), \(last.count) came as far as “\(last.name)”\(part(last.count))."
    }

    private func part(_ count: Int) -> String {
        Proportion(numerator: count, denominator: all)?.percent.map { " (\($0)%)" } ?? ""
    }

    private var table: PictureTable {
        PictureTable(
            caption: "The same figures", columns: ["Step", "Count", "Of all"],
            rows: rows.map { row in
                [
                    row.isExit ? "Left: \(row.name)" : row.name, "\(row.count)",
                    Proportion(numerator: row.count, denominator: all)?.percent.map { $0 + "%" } ?? "",
                ]
            })
    }

    private var rows: [(name: String, count: Int, isExit: Bool)] {
        steps.flatMap { step in
            [(step.name, step.count, false)] + step.exits.map { ($0.name, $0.count, true) }
        }
    }

    private var drawing: [Node] {
        var (nodes, y) = ([Shapes.hatch(id)], 2.0)
        let most = Double(max(1, rows.map(\.count).max() ?? 1))
        for row in rows {
            let x = row.isExit ? FlowPicture.indent : 0
            let room = Canvas.width - FlowPicture.indent - 2
            let name = "\(row.count)\(row.isExit ? " left: " : "  ")\(row.name)"
            nodes.append(
                Shapes.text(
                    TextMeasure.fitted(name, to: Canvas.width - x), Point(x: x, y: y + 12),
                    weight: row.isExit ? nil : "bold"))
            nodes.append(
                Shapes.bar(
                    Point(x: x + 1, y: y + 18), width: room * Double(row.count) / most, height: row.isExit ? 8 : 14,
                    fill: row.isExit ? "url(#\(id.hatch))" : "currentColor"))
            y += row.isExit ? FlowPicture.exitHeight : FlowPicture.stepHeight
        }
        return nodes
    }

    private var height: Double {
        rows.reduce(4) { $0 + ($1.isExit ? FlowPicture.exitHeight : FlowPicture.stepHeight) }
    }

    private static let indent = 28.0
    private static let stepHeight = 44.0
    private static let exitHeight = 36.0
}
