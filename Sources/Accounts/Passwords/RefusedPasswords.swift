internal import Intervention

/// Passwords that nobody may choose: what many people have, and the names of the service, the organisation and the
/// account with little besides.
package struct RefusedPasswords: Sendable {
    private let common: Set<String>
    private let words: [String]

    /// - Parameters:
    ///   - organisation: words that are given, such as the council's name.
    ///   - further: passwords besides the list that comes with the programme, one a line; nil for none.
    package init(organisation: [String] = [], further: String? = nil) {
        let lines = (further ?? "").split(whereSeparator: \.isNewline).map { RefusedPasswords.folded(String($0)) }
        common = RefusedPasswords.shipped.union(lines)
        words = (RefusedPasswords.ours + organisation.map(RefusedPasswords.folded)).filter { $0.count >= 3 }
    }

    /// How many passwords are known to be common.
    package var count: Int { common.count }

    /// Refuses a password that an account must not have.
    package func check(_ password: Password, of account: AccountCode) throws(PasswordFault) {
        let text = RefusedPasswords.folded(password.text)
        guard !common.contains(text), !common.contains(RefusedPasswords.spelledOut(text)) else { throw .common }
        let names = words + account.text.split { !$0.isLetter }.map { $0.lowercased() }.filter { $0.count >= 3 }
        guard !RefusedPasswords.isMostly(names, text) else { throw .ofTheOrganisation }
    }

    /// Whether little is left of a text when names are taken out of it, spelled with digits and signs or not.
    private static func isMostly(_ names: [String], _ text: String) -> Bool {
        let plain = rest(of: text, without: names)
        let spelled = rest(of: spelledOut(text), without: names)
        return plain.count < text.count && plain.filter(\.isLetter).count < fewest || spelled.count < fewest
    }

    private static func rest(of text: String, without names: [String]) -> String {
        // The longest first: what is left of a word without a shorter one in it is no word of anybody's.
        names.sorted { $0.count > $1.count }.reduce(text) { $0.replacing($1, with: "") }
    }

    /// So many letters must be left when the names are taken out.
    private static let fewest = 5

    private static let ours = [
        "homeward", "multisystemic", "therapy", "therapist", "supervisor", "manager", "interviewer", "commissioner",
        "administrator", "password",
    ]

    private static let shipped = Set(
        String(decoding: PackageResources.common_passwords_txt, as: UTF8.self).split(separator: "\n").map(String.init))

    /// Lower case, without spaces.
    private static func folded(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }

    /// With the letters that digits and signs stand for: `p@ssw0rd` is `password`.
    private static func spelledOut(_ text: String) -> String {
        String(text.map { spellings[$0] ?? $0 })
    }

    private static let spellings: [Character: Character] = ["@": "a", "0": "o", "3": "e", "$": "s", "5": "s", "1": "i"]
}
