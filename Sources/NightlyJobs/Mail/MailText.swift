import CivilDate
import Intervention
import Sites

/// A message as mail: RFC 5322, with MIME. The same message gives the same bytes for ever.
struct MailText {
    /// How lines end.
    enum LineEnd: String {
        /// As mail travels, and as it is kept in files.
        case network = "\r\n"
        /// As programs of the system take it.
        case system = "\n"
    }

    private let outgoing: Outgoing
    private let from: MailAddress
    private let to: MailAddress?

    /// - Parameter to: where the recipient reads mail; nil when nobody knows.
    init(_ outgoing: Outgoing, from: MailAddress, to: MailAddress?) {
        self.outgoing = outgoing
        self.from = from
        self.to = to
    }

    /// The message, headers and body.
    func bytes(_ end: LineEnd) -> [UInt8] {
        let isPlain = body.allSatisfy(MailEncoding.isPlain)
        let headers = [
            "Date: \(date)", "From: Homeward <\(from)>", "To: \(recipient)", "Message-ID: <\(messageID)>",
            "Subject: " + MailEncoding.header(outgoing.message.subject).joined(separator: "\n "),
            // Nobody is to answer that they are away.
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: \(isPlain ? "7bit" : "quoted-printable")",
        ]
        let lines = isPlain ? body : body.flatMap(MailEncoding.quotedPrintable)
        let text = (headers + [""] + lines).joined(separator: "\n") + "\n"
        return Array((end == .system ? text : text.replacing("\n", with: end.rawValue)).utf8)
    }

    private var body: [String] {
        var text = outgoing.message.body.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        while text.hasSuffix("\n") { text.removeLast() }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Without an address it is a group of nobody, which tells people whom it is for and sends it nowhere.
    private var recipient: String {
        to?.text ?? "\"\(outgoing.message.recipient) at \(outgoing.key.site)\":;"
    }

    private var messageID: String { outgoing.id + "@homeward.invalid" }

    /// `Mon, 02 Mar 2026 02:30:00 +0000`.
    private var date: String {
        // `2026-03-02T02:30:00.000000Z`
        let parts = outgoing.madeAt.description.split { $0 == "T" || $0 == "." }
        let day = outgoing.madeAt.utcDay
        let (weekday, month) = (MailText.weekdays[day.weekday - 1], MailText.months[day.month - 1])
        return "\(weekday), \(parts[0].suffix(2)) \(month) \(parts[0].prefix(4)) \(parts[1]) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
