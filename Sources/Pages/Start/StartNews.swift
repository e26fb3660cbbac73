import Markup

/// What others changed of what opens somebody's account, told where signing in leads, until they have seen it.
package struct StartNews: Hashable, Sendable {
    private let sentences: [String]

    /// - Parameter sentences: what happened, when and by whom, each as a sentence; none when there is no news.
    package init(_ sentences: [String] = []) {
        self.sentences = sentences
    }

    var nodes: [Node] {
        guard !sentences.isEmpty else { return [] }
        return [
            el("h2", [], "Your account was changed"),
            el("ul", each: sentences.map { el("li", [], .text($0)) }),
            el("p", [], "Say on ", el("a", [.href("/account")], "your account"), " that you have seen this."),
        ]
    }
}
