/// How a file is to be imported.
package struct ImportOptions: Hashable, Sendable {
    /// Say what would be done, and change nothing.
    package var isTrial: Bool
    /// Take the good rows of a file that has bad ones too.
    package var acceptsValid: Bool

    /// All or nothing, in earnest, unless said otherwise.
    package init(isTrial: Bool = false, acceptsValid: Bool = false) {
        self.isTrial = isTrial
        self.acceptsValid = acceptsValid
    }
}
