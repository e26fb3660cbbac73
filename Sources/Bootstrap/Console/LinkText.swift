import Accounts

/// A one-time link as it is printed: with the address of the service, where the settings name one that can be reached.
enum LinkText {
    static func of(_ token: LinkToken, _ settings: Settings) -> String {
        let path = "/sign-in/link/\(token.revealed())"
        let port = settings.whole(.servePort)
        return port == 0 ? path : "http://\(settings[.serveHost].value ?? "127.0.0.1"):\(port)\(path)"
    }
}
