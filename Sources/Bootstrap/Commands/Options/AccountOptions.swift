import Accounts
import ArgumentParser
import Intervention

/// Which account a command is about, and where.
struct AccountOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The account's code.", valueName: "account"), transform: ArgumentReading.account)
    var code: AccountCode

    @Option(
        name: .long, help: ArgumentHelp("The site; without one it is about the network.", valueName: "site"),
        transform: ArgumentReading.site)
    var site: SiteCode?
}

extension ArgumentReading {
    /// The code of an account; never a name or an address.
    static func account(_ text: String) throws -> AccountCode {
        guard let code = AccountCode(text) else {
            throw ValidationError(
                "a code has 1 to 32 letters, digits, dots, hyphens and underscores; no name and no e-mail address")
        }
        return code
    }

    /// The code of an identity provider.
    static func provider(_ text: String) throws -> ProviderCode {
        guard let code = ProviderCode(text) else {
            throw ValidationError("a code has 1 to 32 letters, digits, dots, hyphens and underscores, and no spaces")
        }
        return code
    }

    /// A role.
    static func role(_ text: String) throws -> Role {
        guard let role = Role(rawValue: text) else {
            throw ValidationError("the roles are " + Role.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return role
    }

    /// An action.
    static func action(_ text: String) throws -> Action {
        guard let action = Action(rawValue: text) else {
            throw ValidationError("the actions are " + Action.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return action
    }
}
