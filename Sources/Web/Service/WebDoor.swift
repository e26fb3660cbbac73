import Accounts

/// What signing in stands on.
package struct WebDoor: Sendable {
    /// Passwords, factors and sessions.
    package let signIn: SignIn
    /// The passwords that nobody may choose.
    package let refused: RefusedPasswords

    /// What signing in stands on.
    package init(signIn: SignIn, refused: RefusedPasswords = RefusedPasswords()) {
        self.signIn = signIn
        self.refused = refused
    }
}
