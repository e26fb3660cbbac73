/// How a command that failed ends: the status, and what is said about it.
package struct Verdict: Hashable, Sendable {
    /// The status.
    package let status: ExitStatus
    /// What is said on standard error; empty when everything was said already.
    package let sentence: String
}
