import ArgumentParser

/// `homeward serve`.
struct ServeCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs the service: the pages, health checks and metrics.",
        discussion: Examples(
            "Starts the home's cluster when it does not run, starts it again when it dies, and stops it at the end if it "
                + "was started here. Listens on this machine only unless told otherwise. SIGTERM or Ctrl-C ends it: what "
                + "is being answered is finished first, for 20 seconds at most. Its log goes to standard error, a JSON "
                + "object a line.",
            .init("homeward serve", "Serves the home under .homeward on http://127.0.0.1:8080."),
            .init("homeward serve --home /srv/homeward --port 0", "Takes a free port and prints it.")
        ).text
    )

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The address to listen on (setting serve.host, HOMEWARD_SERVE_HOST; default 127.0.0.1).", valueName: "host")
    )
    var host: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The port to listen on; 0 takes a free one (setting serve.port, HOMEWARD_SERVE_PORT; default 8080).",
            valueName: "port"))
    var port: String?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] {
        var flags = place.flags
        flags[.serveHost] = host
        flags[.servePort] = port
        return flags
    }

    func run(in invocation: Invocation) async throws {
        try await Serving(invocation).run()
    }
}
