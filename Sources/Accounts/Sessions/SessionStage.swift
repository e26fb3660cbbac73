/// How far a session has come, and what it opens.
package enum SessionStage: String, CaseIterable, Hashable, Sendable {
    /// The password was right; the second factor is wanted. Opens the page that asks for it, and nothing else.
    case factor
    /// The password was right and a role asks for a second factor that is not set up yet. Opens setting it up.
    case enrolment
    /// A set-up link was used. Opens choosing a password.
    case setUp = "set-up"
    /// Signed in.
    case full
}
