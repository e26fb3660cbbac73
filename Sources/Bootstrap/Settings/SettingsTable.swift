/// Every setting there is: name, type, default, range, whether it is secret, environment variable, meaning.
///
/// A test holds it against `config/homeward.yaml` and the README, both ways.
package enum SettingsTable {
    /// The rows, in the order in which they are shown.
    package static let all: [SettingDefinition] = places + signIn + nights

    private static let signIn: [SettingDefinition] = [
        SettingDefinition(
            .signInIdle, .whole(1...30, unit: "minutes"), standard: "30",
            "After how long without a request a session ends."
        ),
        SettingDefinition(
            .signInLongest, .whole(1...12, unit: "hours"), standard: "12",
            "After how long a session ends whatever is done in it."
        ),
        SettingDefinition(
            .signInCost, .whole(14...20, unit: "power of 2"), standard: "17",
            "How much work a guess at a password is: scrypt's N; each step doubles time and memory, 17 takes 128 MiB."
        ),
        SettingDefinition(
            .signInRefused, .file,
            "A file of passwords that nobody may choose, one a line, besides those that come with the program."
        ),
        SettingDefinition(
            .signInWords, .words,
            "Words of the organisation, such as the council's name: a password of little besides them is refused."
        ),
        SettingDefinition(
            .signInReplacement, .whole(1...365, unit: "days"), standard: "30",
            "Within how long nobody replaces both the password and the second factor of another's account; the 30 are assumed."
        ),
    ]

    private static let places: [SettingDefinition] = [
        SettingDefinition(
            .home, .folder, standard: ".homeward", flag: "--home",
            "The folder that holds all that a run keeps: cluster, keys and state."
        ),
        SettingDefinition(
            .database, .connection, isSecret: true, flag: "--database",
            "An existing PostgreSQL server to use instead of the cluster in the home."
        ),
        SettingDefinition(
            .clusterPrograms, .folder,
            "The folder of PostgreSQL's server programs; without it the usual places are looked through."
        ),
        SettingDefinition(
            .clusterPatience, .whole(1...86_400, unit: "seconds"), standard: "300",
            "How long to wait for the cluster to start or stop, recovery after a crash included."
        ),
        SettingDefinition(
            .poolConnections, .whole(1...100, unit: "connections"), standard: "4",
            "How many connections to the database a command holds at most."
        ),
        SettingDefinition(
            .poolWaitLimit, .whole(1...3_600, unit: "seconds"), standard: "30",
            "How long to wait for a free connection."
        ),
        SettingDefinition(
            .sessionConnectLimit, .whole(1...3_600, unit: "seconds"), standard: "10",
            "How long making a connection may take."
        ),
        SettingDefinition(
            .sessionStatementLimit, .whole(0...86_400, unit: "seconds"), standard: "600",
            "How long one statement may run; 0 is without limit."
        ),
        SettingDefinition(
            .sessionLockLimit, .whole(0...86_400, unit: "seconds"), standard: "30",
            "How long a statement may wait for a lock that the work of others holds; 0 is without limit."
        ),
        SettingDefinition(
            .serveHost, .host, standard: "127.0.0.1", flag: "--host",
            "The address that the service listens on; 127.0.0.1 is reached from this machine only."
        ),
        SettingDefinition(
            .servePort, .whole(0...65_535, unit: "port"), standard: "8080", flag: "--port",
            "The port that the service listens on; 0 takes a free one."
        ),
        SettingDefinition(
            .serveNames, .hosts,
            "Further names by which the service may be called; requests by other names are refused."
        ),
        SettingDefinition(
            .serveAddress, .origin,
            "Where people reach the service, which identity providers send them back to; without it the name it is called by."
        ),
        SettingDefinition(
            .serveProxies, .hosts,
            "The addresses of proxies in front of the service, which are believed when they say who asked them."
        ),
    ]

    private static let nights: [SettingDefinition] = [
        SettingDefinition(
            .nightlyTime, .time, standard: "02:30",
            "When nightly work may begin, as clocks show it at each site whose file names no time of its own."
        ),
        SettingDefinition(
            .nightlyLate, .time, standard: "06:00",
            "By when a night is to be done, as clocks show it at the site; what is not done then is marked as late."
        ),
        SettingDefinition(
            .nightlyWidth, .whole(1...50, unit: "sites"), standard: "2",
            "How many sites are worked on at once; each takes two of the connections of the pool."
        ),
        SettingDefinition(
            .nightlyLease, .whole(1...3_600, unit: "seconds"), standard: "60",
            "How long a worker that is not heard of keeps what it works on."
        ),
        SettingDefinition(
            .nightlyHold, .whole(0...1_440, unit: "minutes"), standard: "0",
            "How long messages wait before they leave; so long they can be withdrawn."
        ),
        SettingDefinition(
            .nightlyInServe, .choice(["on", "off"]), standard: "off",
            "Whether the service does the nights itself, so that no timer has to."
        ),
        SettingDefinition(
            .mailSender, .choice(["file", "sendmail"]), standard: "file",
            "How messages leave: into files of a folder, or by the system's sendmail."
        ),
        SettingDefinition(
            .mailFolder, .folder,
            "The folder for messages in files; without it the folder mail in the home."
        ),
        SettingDefinition(
            .mailProgram, .file, standard: "/usr/sbin/sendmail",
            "The program that sends messages; it takes the flags of sendmail."
        ),
        SettingDefinition(
            .mailFrom, .address, standard: "homeward@localhost",
            "The address that messages come from."
        ),
        SettingDefinition(
            .mailAddresses, .file,
            "The file that says where people read mail, STAFF@SITE: ADDRESS; only its owner may read it."
        ),
    ]

    /// The row of a key.
    package static func definition(of key: SettingKey) -> SettingDefinition {
        // Every key has its row: a test holds it.
        all.first { $0.key == key } ?? SettingDefinition(key, .folder, "")
    }
}
