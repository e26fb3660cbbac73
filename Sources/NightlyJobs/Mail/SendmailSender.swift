import Glibc
import Intervention
import Subprocess

/// Hands messages to the system's `sendmail`, or a program that takes the same flags.
package struct SendmailSender: MessageSender {
    private let program: String
    private let from: MailAddress
    private let addresses: MailAddresses
    private let patience: Duration

    /// A sender by a program.
    /// - Parameters:
    ///   - program: the program's path.
    ///   - patience: how long the program may take over one message.
    package init(
        program: String, from: MailAddress, addresses: MailAddresses, patience: Duration = .seconds(30)
    ) {
        self.program = program
        self.from = from
        self.addresses = addresses
        self.patience = patience
        // A program that ends without reading all of a message must not end this one.
        signal(SIGPIPE, SIG_IGN)
    }

    package func send(_ outgoing: Outgoing) async throws {
        let (staff, site) = (outgoing.message.recipient, outgoing.key.site)
        guard let to = addresses[staff, site] else {
            throw JobFault.notSent("the file of addresses has no line for \(staff)@\(site)")
        }
        let mail = MailText(outgoing, from: from, to: to).bytes(.system)
        // What the program says may repeat the address, and the outbox holds none: only its status is kept.
        switch await ending(of: ["-i", "-f", from.text, to.text], reading: mail) {
        case .accepted: return
        case .refused(let status):
            throw JobFault.notSent("\(program) did not take the message: it ended with \(status)")
        case .unusable: throw JobFault.notSent("\(program) cannot be run: is it installed?")
        case .slow: throw JobFault.notSent("\(program) did not end within \(patience) and was stopped")
        }
    }

    private enum Ending: Sendable {
        case accepted
        case refused(String)
        case unusable
        case slow
    }

    private func ending(of arguments: [String], reading mail: [UInt8]) async -> Ending {
        await withTaskGroup(of: Ending.self) { group in
            group.addTask { await run(arguments, reading: mail) }
            group.addTask { [patience] in
                try? await Task.sleep(for: patience)
                return .slow
            }
            defer { group.cancelAll() }
            return await group.next() ?? .slow
        }
    }

    private func run(_ arguments: [String], reading mail: [UInt8]) async -> Ending {
        do {
            var options = PlatformOptions()
            options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
            // By way of `env`, because Subprocess takes a path only as a type of another package.
            let result = try await Subprocess.run(
                .name("env"), arguments: Arguments([program] + arguments), platformOptions: options,
                input: .inputWriter, output: .discarded, error: .discarded
            ) { execution in
                // Whether it was read is for the program's status to say.
                _ = try? await execution.standardInputWriter.write(mail)
                try? await execution.standardInputWriter.finish()
            }
            switch result.terminationStatus {
            case .exited(0): return .accepted
            // `env` answers so when the program itself cannot be run.
            case .exited(126), .exited(127): return .unusable
            case .exited(let status): return .refused("status \(status)")
            default: return .refused("a signal")
            }
        } catch {
            return Task.isCancelled ? .slow : .unusable
        }
    }
}
