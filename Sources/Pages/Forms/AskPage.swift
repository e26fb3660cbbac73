import Markup

/// A page that asks for a few things and sends them.
package struct AskPage: Hashable, Sendable {
    /// What the page is, in a few words: title and heading.
    package let title: String
    /// What is said before the form.
    package let lead: [String]
    /// What was wrong with what was sent, in the order of the page.
    package let faults: [FormFault]
    /// The forms, one below the other.
    package let forms: [AskForm]

    /// A page.
    package init(title: String, lead: [String] = [], faults: [FormFault] = [], forms: [AskForm]) {
        self.title = title
        self.lead = lead
        self.faults = faults
        self.forms = forms
    }

    /// A page.
    /// - Parameters:
    ///   - problem: what was wrong with what was sent; nil when nothing was.
    ///   - wrong: the field that it was about; nil for all of them.
    package init(
        title: String, lead: [String] = [], problem: String?, at wrong: String? = nil, forms: [AskForm]
    ) {
        self.init(title: title, lead: lead, faults: problem.map { [FormFault(wrong, $0)] } ?? [], forms: forms)
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        document(in: frame, below: [])
    }

    /// The page in its frame, with more above its heading, before its forms and below them.
    func document(
        in frame: PageFrame, above: [Node] = [], before: [Node] = [], below more: [Node]
    ) -> Document {
        var content = above
        if !faults.isEmpty {
            let told = forms.first?.inOrder(faults) ?? faults
            content.append(ErrorSummary.node(told) { field in forms.first?.place(of: field) ?? field })
        }
        content.append(el("h1", [], .text(title)))
        content += lead.map { el("p", [], .text($0)) } + before
        content += forms.map { $0.node(faults) } + more
        return frame.document(title: faults.isEmpty ? title : "Error: \(title)", content)
    }
}
