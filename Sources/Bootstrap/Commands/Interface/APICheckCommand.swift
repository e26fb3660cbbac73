import ArgumentParser
import InterfaceCheck

/// `homeward api check`.
struct APICheckCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tries an installation with a token, and says what does not hold.",
        discussion: Examples(
            "Reads the installation's document, asks every operation that reads and that the token is for, and looks at "
                + "headers, versions, the count of exports, and the form of refusals. It writes nothing but looks into the "
                + "access log. Status 65 says that something does not hold.",
            .init("homeward api check https://homeward.example.org --token-file token", "All that the token may read."),
            .init(
                "homeward api check http://127.0.0.1:8080 --token-file token --site sim-01 --write",
                "Records a referral too, and sends it twice; only where everything is invented.")
        ).text
    )

    @Argument(help: ArgumentHelp("The installation's address, without a path.", valueName: "url"))
    var address: String

    @Option(
        name: .long,
        help: ArgumentHelp("The file that holds the token; nobody but its owner may read it.", valueName: "file"))
    var tokenFile: String

    @Option(name: .long, help: ArgumentHelp("The site to ask about; the first if none is given.", valueName: "code"))
    var site: String?

    @Flag(name: .long, help: "Record one referral too, where everything is invented.")
    var write = false

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let bytes = try InputFile.bytes(of: tokenFile, isOptional: false, isPrivate: true) ?? []
        let token = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw CommandFault(.data, "\(tokenFile): it holds no token")
        }
        let check = try InterfaceCheck(address: address, token: token)
        let findings = try await check.run(site: site, isWriting: write) { finding in
            guard !general.quiet || finding.outcome == .fails else { return }
            let detail = finding.detail.isEmpty ? "" : ": " + finding.detail
            try invocation.console.result("\(finding.outcome.word)  \(finding.what)\(detail)")
        }
        let failed = findings.count(where: { $0.outcome == .fails })
        let held = findings.count(where: { $0.outcome == .holds })
        try invocation.console.result("\(held) hold, \(failed) fail, \(findings.count - held - failed) not tried")
        if failed > 0 { throw CommandFault(.data, "the installation does not hold what its API promises") }
    }
}

extension InterfaceFinding.Outcome {
    fileprivate var word: String {
        switch self {
        case .holds: "holds    "
        case .fails: "FAILS    "
        case .left: "not tried"
        }
    }
}
