import Glibc
import Intervention

/// Puts each message into a file of a folder, `.eml` as programs of mail open it. The same message makes the same file
/// again.
package struct FileSender: MessageSender {
    private let folder: String
    private let from: MailAddress
    private let addresses: MailAddresses

    /// A sender into a folder, which is made when the first message comes; only its owner may read it.
    package init(folder: String, from: MailAddress, addresses: MailAddresses = MailAddresses()) {
        self.folder = folder
        self.from = from
        self.addresses = addresses
    }

    package func send(_ outgoing: Outgoing) async throws {
        let to = addresses[outgoing.message.recipient, outgoing.key.site]
        let bytes = MailText(outgoing, from: from, to: to).bytes(.network)
        do {
            try write(bytes, named: "\(outgoing.id).eml")
        } catch {
            throw JobFault.notSent("the message could not be written into the folder of mail: \(error)")
        }
    }

    /// Nobody ever sees half a message: it is written under another name, brought to the disk, and then renamed.
    private func write(_ bytes: [UInt8], named name: String) throws(MailFault) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .unreadable(folder, number: errno) }
        let path = "\(folder)/\(name)"
        let draft = "\(folder)/.\(name).\(getpid()).\(UInt64.random(in: .min ... .max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .unreadable(folder, number: errno) }
        defer { close(descriptor) }
        guard FileSender.writeAll(bytes, to: descriptor), fsync(descriptor) == 0, rename(draft, path) == 0 else {
            let number = errno
            unlink(draft)
            throw .unreadable(path, number: number)
        }
        try syncFolder()
    }

    /// The name outlives a power cut too: the outbox says "sent" for ever.
    private func syncFolder() throws(MailFault) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(folder, number: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .unreadable(folder, number: errno) }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR else { return false }
                continue
            }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
