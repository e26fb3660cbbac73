/// The name of a setting, as it stands in a settings file: a section and a name, joined by a dot.
package enum SettingKey: String, CaseIterable, Hashable, Sendable {
    case home
    case database
    case clusterPrograms = "cluster.programs"
    case clusterPatience = "cluster.patience"
    case poolConnections = "pool.connections"
    case poolWaitLimit = "pool.waitLimit"
    case sessionConnectLimit = "session.connectLimit"
    case sessionStatementLimit = "session.statementLimit"
    case sessionLockLimit = "session.lockLimit"
    case serveHost = "serve.host"
    case servePort = "serve.port"
    case serveNames = "serve.names"
    case serveAddress = "serve.address"
    case serveProxies = "serve.proxies"
    case signInIdle = "signIn.idle"
    case signInLongest = "signIn.longest"
    case signInCost = "signIn.cost"
    case signInRefused = "signIn.refused"
    case signInWords = "signIn.words"
    case signInReplacement = "signIn.replacement"
    case nightlyTime = "nightly.time"
    case nightlyLate = "nightly.late"
    case nightlyWidth = "nightly.width"
    case nightlyLease = "nightly.lease"
    case nightlyHold = "nightly.hold"
    case nightlyInServe = "nightly.inServe"
    case mailSender = "mail.sender"
    case mailFolder = "mail.folder"
    case mailProgram = "mail.program"
    case mailFrom = "mail.from"
    case mailAddresses = "mail.addresses"

    /// The environment variable that sets it: `HOMEWARD_`, then the name in capitals with `_` between its words.
    package var environmentVariable: String {
        rawValue.reduce(into: "HOMEWARD_") { name, character in
            if character == "." {
                name += "_"
            } else if character.isUppercase {
                name += "_\(character)"
            } else {
                name += character.uppercased()
            }
        }
    }

    /// The section of the settings file that it stands in; nil at the top.
    var section: String? {
        let parts = rawValue.split(separator: ".")
        return parts.count == 2 ? parts.first.map(String.init) : nil
    }
}
