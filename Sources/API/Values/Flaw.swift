/// What is wrong at a place of what a client sent.
package struct Flaw: Error, Hashable, Sendable {
    /// Where, as a JSON Pointer (RFC 6901) into the body; parameters stand under `/query` and `/path`.
    package let pointer: String
    /// A sentence that says what would be right. It repeats nothing that was sent.
    package let detail: String

    /// Something wrong.
    package init(_ pointer: String, _ detail: String) {
        self.pointer = pointer
        self.detail = detail
    }

    /// The pointer to a member or an item under another place.
    package static func pointer(_ place: String, _ name: String) -> String {
        place + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
