import NightlyJobs
import Practice
import Sites

/// Puts together what does the nights, as the settings have it.
struct NightParts: Sendable {
    /// A night's work needs two connections for each site: the work's own, and one that says that its worker lives.
    static let connectionsOfSite = 2

    private let settings: Settings
    private let modelProblems: [String]

    /// - Parameter modelProblems: what is wrong with files of models that were left out, a line each.
    init(_ settings: Settings, modelProblems: [String] = []) {
        self.settings = settings
        self.modelProblems = modelProblems
    }

    /// Lends the bench for what is done with nights: one site's model with mistakes in its file stops no other's.
    static func lendBench(
        _ invocation: Invocation, _ body: (Workbench, NightParts) async throws -> Void
    ) async throws {
        try await Workbench.lend(invocation, connections: connectionsOfSite, isPatient: true) { bench in
            try await body(bench, NightParts(invocation.settings, modelProblems: bench.modelProblems))
        }
    }

    /// A worker with all jobs.
    /// - Parameters:
    ///   - sends: whether messages leave.
    ///   - goesOn: asked before each occurrence.
    /// - Throws: ``MailFault`` when messages could never leave.
    func worker(
        over practice: Practice, sends: Bool, goesOn: @escaping @Sendable () -> Bool = { true }
    ) throws -> NightWorker {
        try NightWorker(
            NightlyList.all, practice: practice, settings: nights, sender: sends ? try sender : nil,
            modelProblems: modelProblems, goesOn: goesOn)
    }

    /// What the settings say of nights.
    var nights: NightSettings {
        NightSettings(
            time: time(.nightlyTime) ?? .usualNight, lateAt: time(.nightlyLate) ?? .usualMorning, width: width,
            leaseSeconds: settings.whole(.nightlyLease), holdMinutes: settings.whole(.nightlyHold))
    }

    /// How many sites are worked on at once: as many as are wanted and as the connections suffice for.
    var width: Int {
        max(1, min(settings.whole(.nightlyWidth), settings.whole(.poolConnections) / NightParts.connectionsOfSite))
    }

    private var sender: any MessageSender {
        get throws {
            guard let from = settings[.mailFrom].value.flatMap({ MailAddress($0) }) else {
                throw CommandFault(.configuration, "the setting mail.from has no address")
            }
            let addresses = try settings[.mailAddresses].value.map { try MailAddresses(file: $0) } ?? MailAddresses()
            guard settings[.mailSender].value == "sendmail" else {
                let folder = settings[.mailFolder].value ?? "\(settings.home)/mail"
                return FileSender(folder: folder, from: from, addresses: addresses)
            }
            let program = settings[.mailProgram].value ?? ""
            return SendmailSender(program: program, from: from, addresses: addresses)
        }
    }

    private func time(_ key: SettingKey) -> LocalTime? { settings[key].value.flatMap { LocalTime($0) } }
}
