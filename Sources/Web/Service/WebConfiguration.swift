/// How the service is set up.
package struct WebConfiguration: Sendable {
    /// The address or name that it listens on.
    package var host: String
    /// The port; 0 takes a free one.
    package var port: Int
    /// Names by which it may be called, besides those of this machine itself and ``host``.
    package var names: [String]
    /// Where it is reached from outside, without a slash at the end, such as `https://homeward.example.org`; nil for the
    /// name that it is called by.
    package var address: String?
    /// The addresses of proxies of ours, which are believed when they say who asked them.
    package var proxies: [String]
    /// Whether everything that it shows is invented.
    package var isSimulated: Bool
    /// The program's version, as people read it.
    package var version: String
    /// What a request may take.
    package var limits: RequestLimits

    /// A service that listens for this machine alone.
    package init(
        host: String = "127.0.0.1", port: Int = 8080, names: [String] = [], address: String? = nil,
        proxies: [String] = [], isSimulated: Bool = false, version: String = "homeward",
        limits: RequestLimits = RequestLimits()
    ) {
        self.host = host
        self.port = port
        self.names = names
        self.address = address
        self.proxies = proxies
        self.isSimulated = isSimulated
        self.version = version
        self.limits = limits
    }

    /// Whether it is reached from this machine alone: it listens for nobody else, and no proxy brings others.
    var isOfThisMachine: Bool { WebConfiguration.isOfThisMachine(host) && address == nil && proxies.isEmpty }

    /// Whether only this machine reaches what listens there.
    package static func isOfThisMachine(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

/// What a request, and a connection, may take.
package struct RequestLimits: Sendable, Hashable {
    /// How many connections there may be at once; more wait to be accepted.
    package var connections: Int
    /// How long a request's head, the rest of a request, and an idle connection may each take.
    package var patience: Duration
    /// How large a request's body may be, in bytes.
    package var bodySize: Int
    /// How large a body may be that the API reads, in bytes: as large as a page's with long texts.
    package var documentSize: Int
    /// How large one header may be, in bytes; all together may be twice that.
    package var headerSize: Int
    /// How many requests of the API an account may send in a minute.
    package var requestsAMinute: Int

    /// Limits, with defaults for people's browsers.
    package init(
        connections: Int = 1_000, patience: Duration = .seconds(15), bodySize: Int = 16_384,
        documentSize: Int = FormReading.bodySize, headerSize: Int = 8_192, requestsAMinute: Int = 6_000
    ) {
        self.connections = connections
        self.patience = patience
        self.bodySize = bodySize
        self.documentSize = documentSize
        self.headerSize = headerSize
        self.requestsAMinute = requestsAMinute
    }
}
