/// How a file is to be imported.
package struct ImportOptions: Hashable, Sendable {
    /// Say what would be done, and change nothing.
    package var isTrial: Bool
    /// Take the good rows of a file that has bad ones too.
    package var acceptsValid: Bool

    /// The file is the whole list for the episodes or children that it mentions: what earlier imports said of them and this
    /// one does not say is withdrawn. A register is never taken so.
    package var isComplete: Bool

    /// All or nothing, in earnest, unless said otherwise. A file that is complete is taken whole or not at all: of one with
    /// bad rows nobody knows what it would have said.
    package init(isTrial: Bool = false, acceptsValid: Bool = false, isComplete: Bool = false) {
        self.isTrial = isTrial
        self.acceptsValid = acceptsValid && !isComplete
        self.isComplete = isComplete
    }
}
