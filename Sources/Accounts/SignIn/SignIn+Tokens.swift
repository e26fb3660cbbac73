package import CivilDate
internal import Intervention
internal import Postgres
internal import Vault

extension SignIn {
    /// The account as it asks with a token of the API; nil for a token that opens nothing.
    package func seat(of token: InterfaceToken, at now: Instant) async throws -> Asker.Seat? {
        try await application.transaction(scope: SignIn.markOfUse) { try await Tokens.use(token, at: now, in: $0) }
    }

    /// A keyed hash by which the service knows again what it gave out itself: 64 hexadecimal digits.
    package func mark(of text: String) -> String {
        vault.blindIndex(site: .door, purpose: .door, "given out " + text).description
    }
}
