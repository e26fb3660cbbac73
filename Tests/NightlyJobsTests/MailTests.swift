import CivilDate
import FoundationEssentials
import Glibc
import Intervention
import Sites
import Testing

@testable import NightlyJobs

/// Messages as mail: what they look like, where they go, and what happens when they cannot.
@Suite struct MailTests {
    private static func outgoing(
        _ subject: String = "Your day", body: String = "2 interviews\n", site: String = "north"
    ) throws -> Outgoing {
        let key = OccurrenceKey(
            site: try #require(SiteCode(site)), job: "digests", date: try #require(CivilDate(iso: "2026-03-02")))
        return Outgoing(
            key: key, message: Message(to: try #require(StaffCode("t-1")), "digest", subject: subject, body: body),
            madeAt: try #require(Instant(rfc3339: "2026-03-02T02:30:05.250Z")))
    }

    private static var from: MailAddress {
        get throws { try #require(MailAddress("homeward@example.org")) }
    }

    private static func lines(_ outgoing: Outgoing, to address: String? = nil) throws -> [String] {
        let text = MailText(outgoing, from: try from, to: address.flatMap { MailAddress($0) }).bytes(.system)
        return String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// Lends a folder of the test's own.
    private static func lendFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let place = FileManager.default.temporaryDirectory.appending(
            path: "homeward-mail-\(UInt64.random(in: .min ... .max))"
        ).path
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: place) }
        return try await body(place)
    }

    @Test func `a plain message has the headers that mail asks for`() throws {
        #expect(
            try Self.lines(Self.outgoing(), to: "ann@example.org") == [
                "Date: Mon, 02 Mar 2026 02:30:05 +0000", "From: Homeward <homeward@example.org>", "To: ann@example.org",
                "Message-ID: <digest+2026-03-02+t-1+digests+north@homeward.invalid>", "Subject: Your day",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 7bit", "", "2 interviews", "",
            ])
    }

    @Test func `without an address it is for a group of nobody, under the name of the recipient`() throws {
        #expect(try Self.lines(Self.outgoing()).contains("To: \"t-1 at north\":;"))
    }

    @Test func `other letters and long lines go encoded, and no line is longer than mail allows`() throws {
        let subject = "Días de Ó Briain: " + String(repeating: "è", count: 60)
        let body = String(repeating: "ö = 😀 ", count: 40) + "\n. \nend "
        let lines = try Self.lines(Self.outgoing(subject, body: body))
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 0x80 } })
        #expect(lines.contains("Content-Transfer-Encoding: quoted-printable"))
        #expect(lines.contains(".=20"))
        #expect(lines.contains { $0.hasPrefix("=C3=B6 =3D =F0=9F=98=80 =C3=B6") })
        // Put together again it is what was said.
        let start = try #require(lines.firstIndex(of: ""))
        let joined = lines[(start + 1)...].joined(separator: "\n").replacing("=\n", with: "")
        #expect(Self.unquoted(joined) == body + "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
        let words = lines[first...].prefix { $0.hasPrefix("Subject: ") || $0.hasPrefix(" ") }
            .map { $0.replacing("Subject: ", with: "").trimmingPrefix(" ") }
        let decoded = words.compactMap { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) }
        #expect(words.count > 1 && words.allSatisfy { $0.hasPrefix("=?utf-8?B?") && $0.hasSuffix("?=") })
        #expect(decoded.map { String(decoding: $0, as: UTF8.self) }.joined() == subject)
    }

    private static func unquoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "="), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `codes with dots keep apart in the name of a message, and in its header`() throws {
        let id = try Self.outgoing(site: "a..b").id
        #expect(id == "digest+2026-03-02+t-1+digests+a==b")
        #expect(id != (try Self.outgoing(site: "a.b").id))
    }

    @Test(arguments: [
        "ann", "ann@", "@x.org", "a b@x.org", "-f@x.org", "a@x..org", "a@x.org,b@x.org", "a@b@c", "é@x.org",
    ])
    func `what is no plain address is refused`(_ text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `the same message makes the same file again, which only its owner may read`() async throws {
        try await Self.lendFolder { place in
            let sender = FileSender(folder: "\(place)/mail", from: try Self.from)
            for _ in 1...2 { try await sender.send(try Self.outgoing()) }
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(place)/mail")
            #expect(names == ["digest+2026-03-02+t-1+digests+north.eml"])
            let path = "\(place)/mail/\(names[0])"
            let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            #expect(text.hasPrefix("Date: ") && text.hasSuffix("\r\n\r\n2 interviews\r\n"))
            var entry = stat()
            #expect(stat(path, &entry) == 0 && entry.st_mode & 0o777 == 0o600)
        }
    }

    @Test func `a folder that cannot be made is a reason, and no half message is left`() async throws {
        try await Self.lendFolder { place in
            let sender = FileSender(folder: "\(place)/no/mail", from: try Self.from)
            let outgoing = try Self.outgoing()
            await #expect(throws: JobFault.self) { try await sender.send(outgoing) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: place).isEmpty)
        }
    }

    /// Writes a program that notes what it is told, and lends a sender by it.
    private static func sending(
        by script: String, in place: String, patience: Duration = .seconds(30)
    ) throws -> SendmailSender {
        try write("#!/bin/sh\n\(script)\n", to: "\(place)/sendmail", mode: 0o700)
        try write("t-1@north: ann@example.org\n", to: "\(place)/addresses.yaml", mode: 0o600)
        return SendmailSender(
            program: "\(place)/sendmail", from: try from, addresses: try MailAddresses(file: "\(place)/addresses.yaml"),
            patience: patience)
    }

    private static func write(_ text: String, to path: String, mode: mode_t) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        try #require(chmod(path, mode) == 0)
    }

    @Test func `sendmail is told sender, recipient and message`() async throws {
        try await Self.lendFolder { place in
            let sender = try Self.sending(by: "echo \"$@\" > \"$0.args\"; cat > \"$0.mail\"", in: place)
            try await sender.send(try Self.outgoing())
            let arguments = String(
                decoding: try Data(contentsOf: URL(filePath: "\(place)/sendmail.args")), as: UTF8.self)
            #expect(arguments == "-i -f homeward@example.org ann@example.org\n")
            let mail = String(decoding: try Data(contentsOf: URL(filePath: "\(place)/sendmail.mail")), as: UTF8.self)
            #expect(mail.hasSuffix("\n\n2 interviews\n") && !mail.contains("\r"))
        }
    }

    @Test(arguments: [
        ("exit 75", "status 75"), ("exec missing-program", "cannot be run"), ("exec sleep 600", "stopped"),
    ])
    func `what sendmail does not take is a reason without the address`(_ script: String, _ says: String) async throws {
        try await Self.lendFolder { place in
            let patience: Duration = script.contains("sleep") ? .milliseconds(100) : .seconds(30)
            let sender = try Self.sending(by: script, in: place, patience: patience)
            let outgoing = try Self.outgoing()
            let fault = await #expect(throws: JobFault.self) { try await sender.send(outgoing) }
            #expect(fault?.description.contains(says) == true, "\(String(describing: fault))")
            #expect(fault?.description.contains("ann@") == false)
        }
    }

    @Test(arguments: [("exec true", nil), ("exit 69", "status 69")] as [(String, String?)])
    func `a message that sendmail does not read to its end is sent when sendmail says so`(
        _ script: String, _ says: String?
    ) async throws {
        try await Self.lendFolder { place in
            let sender = try Self.sending(by: script, in: place)
            // More than a pipe holds.
            let outgoing = try Self.outgoing(body: String(repeating: "2 interviews\n", count: 100_000))
            guard let says else { return try await sender.send(outgoing) }
            let fault = await #expect(throws: JobFault.self) { try await sender.send(outgoing) }
            #expect(fault?.description.contains(says) == true)
        }
    }

    @Test func `somebody without an address is a reason that names the line to write`() async throws {
        try await Self.lendFolder { place in
            let sender = try Self.sending(by: "exit 0", in: place)
            let outgoing = try Self.outgoing(site: "south")
            let fault = await #expect(throws: JobFault.self) { try await sender.send(outgoing) }
            #expect(fault?.description.contains("t-1@south") == true)
        }
    }

    @Test func `a file of addresses that others may read is refused, and so are mistakes, without what they say`()
        async throws
    {
        try await Self.lendFolder { place in
            let path = "\(place)/addresses.yaml"
            try Self.write("t-1@north: ann@example.org\n", to: path, mode: 0o640)
            #expect(throws: MailFault.tooOpen(path)) { try MailAddresses(file: path) }
            try Self.write("t-1@north: ann at example\nt-1: bob@example.org\n", to: path, mode: 0o600)
            let fault = #expect(throws: MailFault.self) { try MailAddresses(file: path) }
            let lines = fault?.description.split(separator: "\n") ?? []
            #expect(lines.count == 2 && lines[0].hasPrefix("\(path):1: ") && lines[1].hasPrefix("\(path):2: "))
            #expect(fault?.description.contains("example") == false)
        }
    }
}
