import Glibc
import Intervention
import YAMLFile

/// Where members of staff read mail, from a file outside the database: `t-1@demo-north: someone@example.org`, a line
/// each. Addresses are people's own, so nobody but the file's owner may read it.
package struct MailAddresses: Sendable {
    private let addresses: [String: MailAddress]

    /// Nobody's address is known.
    package init() { addresses = [:] }

    /// Reads the file.
    /// - Throws: ``MailFault`` with everything that is wrong with it; it repeats no address.
    package init(file path: String) throws(MailFault) {
        var reader = MailAddressesReader()
        let addresses = reader.read(try PrivateFile.bytes(of: path))
        guard reader.problems.isEmpty, let addresses else {
            throw .badAddresses(path, reader.problems.map { "\($0.line): \($0.sentence)" })
        }
        self.addresses = addresses
    }

    /// Where somebody reads mail; nil when the file does not say.
    package subscript(staff: StaffCode, site: SiteCode) -> MailAddress? { addresses["\(staff)@\(site)"] }
}

extension MailAddresses: CustomStringConvertible, CustomReflectable {
    /// How many it knows, and none of them.
    package var description: String { "addresses of \(addresses.count)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The kinds of mistake in a file of addresses.
enum MailAddressCode: String, YAMLProblemCode {
    case tooLong = "too-long"
    case notUTF8 = "not-utf8"
    case notYAML = "not-yaml"
    case wrongKind = "wrong-kind"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case missingValue = "missing-value"
    case badLine = "bad-line"
    case badNumber = "bad-number"
    case unknownWord = "unknown-word"
    case badRecipient = "bad-recipient"
    case badAddress = "bad-address"
}

private struct MailAddressesReader: YAMLReader {
    var problems: [YAMLProblem<MailAddressCode>] = []

    private static let form = YAMLDocumentForm(
        file: "a file of addresses", subject: "service", firstKey: "STAFF@SITE", mostBytes: 1 << 22)

    mutating func read(_ bytes: [UInt8]) -> [String: MailAddress]? {
        guard let root = document(bytes, as: MailAddressesReader.form)?.root else { return nil }
        guard let pairs = root.pairs else {
            report(.wrongKind, at: root, "the file is a list of lines 'STAFF@SITE: ADDRESS'")
            return nil
        }
        var addresses: [String: MailAddress] = [:]
        for (key, value) in pairs {
            let parts = (key.text ?? "").split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let staff = StaffCode(parts[0]), let site = SiteCode(parts[1]) else {
                report(.badRecipient, at: key, "a line begins with the codes of somebody and of the site: 'STAFF@SITE'")
                continue
            }
            guard let address = value.text.flatMap({ MailAddress($0) }) else {
                report(.badAddress, at: value, "\(staff)@\(site) has no address of the form 'name@machine'")
                continue
            }
            addresses["\(staff)@\(site)"] = address
        }
        return addresses
    }
}
