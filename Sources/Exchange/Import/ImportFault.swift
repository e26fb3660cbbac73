/// Why an import cannot go on, whatever the file says. Nothing has been changed then.
package struct ImportFault: Error, Hashable, Sendable {
    /// The kinds of fault.
    package enum Code: Hashable, Sendable {
        /// What was kept of an earlier import cannot be read.
        case unreadableRow
        /// An episode changed while the file was being imported.
        case recordMoved
        /// The site has a model that this programme does not run.
        case modelMissing
    }

    /// The kind of fault.
    package let code: Code

    init(_ code: Code) {
        self.code = code
    }
}

extension ImportFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch code {
        case .unreadableRow: "what was kept of an earlier import cannot be read; run `homeward verify`"
        case .recordMoved: "the record changed while the file was being imported; nothing was imported, try again"
        case .modelMissing: "the site works by a model that this programme does not run; run `homeward model list`"
        }
    }
}
