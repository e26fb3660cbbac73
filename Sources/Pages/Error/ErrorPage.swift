import Markup

/// The page of a request that could not be answered. It says what to do, and nothing of what is inside.
package struct ErrorPage: Hashable, Sendable {
    /// What kind of trouble it is.
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// There is no such page.
        case notFound
        /// The page is there, but not for this method.
        case methodNotAllowed
        /// The request cannot be understood.
        case badRequest
        /// A form that none of our pages sent, or one that was open for too long.
        case foreignForm
        /// The request is too large.
        case tooLarge
        /// The service is not known by the name that it was called by.
        case otherHost
        /// The database is away, or not ready.
        case unavailable
        /// A fault of the program.
        case fault
    }

    /// What kind of trouble it is.
    package let kind: Kind
    /// The reference under which the log has more.
    package let reference: String

    /// A page.
    package init(_ kind: Kind, reference: String) {
        self.kind = kind
        self.reference = reference
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        var content = [el("h1", [], .text(title))] + advice.map { el("p", [], .text($0)) }
        content.append(
            el(
                "p", [.class("reference")], "If you ask for help, give this reference: ",
                el("strong", [], .text(reference))))
        if kind != .otherHost { content.append(el("p", [], el("a", [.href("/")], "Go to the start page"))) }
        return frame.document(title: title, content)
    }

    /// The heading.
    var title: String {
        switch kind {
        case .notFound: "Page not found"
        case .methodNotAllowed: "This page can only be read"
        case .badRequest: "The request cannot be understood"
        case .foreignForm: "The page was open for too long"
        case .tooLarge: "The request is too large"
        case .otherHost: "The service is not known by this name"
        case .unavailable: "The service is not available at the moment"
        case .fault: "There is a problem with the service"
        }
    }

    private var advice: [String] {
        switch kind {
        case .notFound:
            ["If you typed the address, check that it is right. If you pasted it, check that it is whole."]
        case .methodNotAllowed: ["Nothing was changed. Open the page again from the start page."]
        case .badRequest: ["Nothing was changed. Open the page again from the start page."]
        case .foreignForm: ["Nothing was changed. Open the page again and send it once more."]
        case .tooLarge: ["Nothing was changed. Open the page again from the start page."]
        case .otherHost:
            [
                "Call it by the name that you were given. Whoever runs it can allow further names with the setting"
                    + " serve.names."
            ]
        case .unavailable:
            ["Nothing that was recorded is lost. Try again in a few minutes.", "If it goes on, tell whoever runs it."]
        case .fault: ["Nothing was changed. Try again later.", "If it goes on, tell whoever runs the service."]
        }
    }
}
