import Accounts
import Intervention
import Testing

/// Which passwords nobody may choose.
@Suite struct RefusedPasswordTests {
    private func fault(_ text: String, _ refused: RefusedPasswords = RefusedPasswords()) throws -> PasswordFault? {
        let account = try #require(AccountCode("jt-northumbria"))
        do throws(PasswordFault) {
            try refused.check(try Password(text), of: account)
            return nil
        } catch {
            return error
        }
    }

    @Test func `the list that comes with the programme has at least 3,000 of the right length`() {
        #expect(RefusedPasswords().count >= 3000)
    }

    @Test(arguments: [
        "passwordpassword", "PasswordPassword", "p@ssw0rdp@ssw0rd", "password password", "qwertyuiopasdfghjkl",
        "123456789012345", "aaaaaaaaaaaaaaa", "correcthorsebatterystaple", "Correct Horse Battery Staple",
        "liverpool1234567", "iloveyouiloveyou",
    ])
    func `what is tried first is refused`(_ text: String) throws {
        let found = try fault(text.count >= 15 ? text : text + text)
        #expect(found == .common || found == .ofTheOrganisation)
    }

    @Test(arguments: [
        "homeward-homeward-2026", "Northumbria northumbria", "jt-northumbria 12345", "M.u.l.t.i Therapy 1!",
    ])
    func `the names of the service and of the account with little besides are refused`(_ text: String) throws {
        let found = try fault(text)
        #expect((found == .ofTheOrganisation) == (text.first != "M"))
    }

    @Test func `the organisation's own words and a file of further passwords count`() throws {
        let refused = RefusedPasswords(
            organisation: ["Leeds City Council"], further: "the cat sat on our mat\nanother bad one\n")
        #expect(try fault("leedscitycouncil 2026", refused) == .ofTheOrganisation)
        #expect(try fault("The cat sat on our mat", refused) == .common)
        #expect(try fault("leedscitycouncil 2026") == nil)
    }

    @Test(arguments: [
        "seven plain words that nobody puts together", "🐢🐢🐇🐇🦔🦔🐢🐢🐇🐇🦔🦔🐢🐢🐇", "9184 7720 5531 0466 38",
        "kettle-Antarctic-sofa", "ordinary words only",
    ])
    func `anything else is taken, whatever it is made of`(_ text: String) throws {
        #expect(try fault(text) == nil)
    }
}
