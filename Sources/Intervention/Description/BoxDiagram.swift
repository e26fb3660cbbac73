/// States and what leads from one to another, drawn with boxes and arrows of plain text.
///
/// The boxes stand below one another. A step to the box below is an arrow down, any other stands beside its box.
struct BoxDiagram: Hashable, Sendable {
    /// A state.
    struct Box: Hashable, Sendable {
        /// What steps name it by.
        let key: String
        /// What stands in the box, the key first.
        let lines: [String]
    }

    /// A step.
    struct Arrow: Hashable, Sendable {
        let from: String
        let to: String
        /// What makes the step.
        let label: String
    }

    let boxes: [Box]
    let arrows: [Arrow]

    /// The drawing, line by line.
    var lines: [String] {
        let order = chain + boxes.filter { box in !chain.contains(box) }
        let width = boxes.flatMap(\.lines).map(\.count).max() ?? 0
        return order.enumerated().flatMap { place, box in
            let below = place + 1 < chain.count ? order[place + 1] : nil
            return draw(box, width: width, below: below)
        }
    }

    /// The boxes that lead one into the next, as far as that goes: the way that most episodes take.
    private var chain: [Box] {
        var chain = Array(boxes.prefix(1))
        while let last = chain.last, let next = successor(of: last, after: chain) { chain.append(next) }
        return chain
    }

    private func successor(of box: Box, after chain: [Box]) -> Box? {
        boxes.first { next in
            !chain.contains(next) && arrows.contains { $0.from == box.key && $0.to == next.key }
        }
    }

    private func draw(_ box: Box, width: Int, below: Box?) -> [String] {
        let down = arrows.filter { $0.from == box.key && $0.to == below?.key }
        let beside = arrows.filter { $0.from == box.key && $0.to != below?.key }
        let middle = width / 2
        let rule = String(repeating: "─", count: width + 2)
        var drawn = ["┌\(rule)┐"]
        for place in 0..<max(box.lines.count, beside.count) {
            let text = place < box.lines.count ? box.lines[place] : ""
            let inside = text + String(repeating: " ", count: width - text.count)
            guard place < beside.count else {
                drawn.append("│ \(inside) │")
                continue
            }
            drawn.append("│ \(inside) ├── \(beside[place].label) ──> \(beside[place].to)")
        }
        guard !down.isEmpty else { return drawn + ["└\(rule)┘"] }
        let half = String(repeating: "─", count: middle + 1)
        drawn.append("└\(half)┬\(String(repeating: "─", count: width - middle))┘")
        let indent = String(repeating: " ", count: middle + 2)
        for arrow in down { drawn.append("\(indent)│ \(arrow.label)") }
        return drawn + ["\(indent)▼"]
    }
}
