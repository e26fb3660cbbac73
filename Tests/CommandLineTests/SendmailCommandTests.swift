import FoundationEssentials
import Testing

/// Digests that leave by the system's `sendmail`, for which a script stands in.
struct SendmailCommandTests {
    @Test func `what sendmail refuses waits, and leaves once when it takes it`() async throws {
        try await Workplace.lend { lent in
            try await NightDrill.prepare(lent, nights: 0)
            let place = lent.folder
            try place.write(
                "#!/bin/sh\necho \"$@\" >> \(place["told"])\ncat > \(place["mail"]).$$\nexit $(cat \(place["status"]))\n",
                to: "sendmail")
            let staff = ["t-1", "t-2", "s-1", "network-analyst"]
            try place.write(staff.map { "\($0)@north: \($0)@example.org\n" }.joined(), to: "addresses.yaml")
            for (name, mode) in [("sendmail", 0o700), ("addresses.yaml", 0o600)] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place[name])
            }
            var mailing = lent
            mailing.environment["HOMEWARD_MAIL_SENDER"] = "sendmail"
            mailing.environment["HOMEWARD_MAIL_PROGRAM"] = place["sendmail"]
            mailing.environment["HOMEWARD_MAIL_ADDRESSES"] = place["addresses.yaml"]
            try place.write("75\n", to: "status")
            let refused = try await mailing.run(["nightly"])
            #expect(refused.status == 75)
            #expect(refused.err.contains("4 messages not sent"), "\(refused.err)")
            #expect(!refused.err.contains("example.org"))
            try place.write("0\n", to: "status")
            #expect(try await mailing.run(["nightly"]).status == 0)
            #expect(try await mailing.run(["nightly"]).status == 0)
            let told = try place.text(of: "told").split(separator: "\n").map(String.init)
            let once = staff.map { "-i -f homeward@localhost \($0)@example.org" }.sorted()
            #expect(told.count == 8 && told.prefix(4).sorted() == once && told.suffix(4).sorted() == once, "\(told)")
            let mails = try place.names.filter { $0.hasPrefix("mail.") }.map { try place.text(of: $0) }
            #expect(mails.count == 8 && Set(mails).count == 4, "a message is the same each time")
            #expect(mails.count { $0.contains("\n\nThe day's work at north on ") } == 6)
        }
    }
}
