internal import Intervention

extension SignIn {
    /// A code that `homeward account create` gives to nobody: what is typed and is no code stands for it.
    static let nobody: AccountCode = {
        guard let code = AccountCode("nobody") else { preconditionFailure("'nobody' is a code") }
        return code
    }()

    /// What is hashed for what is typed and can be no password.
    static let nobodysPassword: Password = {
        guard let password = try? Password("nobody has this password") else {
            preconditionFailure("it is long enough")
        }
        return password
    }()

    /// What guesses at a code are counted by: the code as it was typed, cut where no code goes on.
    static func counted(_ code: String) -> String { String(decoding: code.utf8.prefix(64), as: UTF8.self) }
}
