import Accounts

extension Settings {
    /// What the settings say of signing in.
    var signIn: SignInSettings {
        SignInSettings(
            sessions: SessionLimits(
                idle: Int64(whole(.signInIdle)) * 60, whole: Int64(whole(.signInLongest)) * 3600),
            cost: HashCost(logRounds: whole(.signInCost)),
            replacement: ReplacementRule(days: whole(.signInReplacement)))
    }

    /// Passwords that nobody may choose.
    /// - Throws: `PasswordFault.listUnreadable`.
    func refusedPasswords() throws -> RefusedPasswords {
        let words = self[.signInWords].value?.split(separator: ",").map(String.init) ?? []
        guard let file = self[.signInRefused].value else { return RefusedPasswords(organisation: words) }
        guard let bytes = try? InputFile.bytes(of: file) else { throw PasswordFault.listUnreadable }
        return RefusedPasswords(organisation: words, further: String(decoding: bytes, as: UTF8.self))
    }
}
