package import CivilDate

/// What came of an attempt to sign in.
package enum SignInVerdict: Sendable {
    /// A session was begun, or went a step on. Its stage says what it opens.
    case opened(Opened)
    /// The second factor was removed; the password is still to be given, and another factor to be set up.
    case factorRemoved
    /// Not signed in. Which part was wrong is not said.
    case refused
    /// Too many failures: nothing was looked at, and nothing will be before then.
    case wait(until: Instant)

    /// A session that was begun or went on, with what the browser keeps of it. Earlier tokens of it open nothing now.
    package struct Opened: Sendable {
        /// What the browser keeps of the session.
        package let token: SessionToken
        /// How far it has come.
        package let stage: SessionStage
        /// What the browser keeps for longer; nil when it has it, or is not signed in yet.
        package let device: DeviceToken?
    }
}
