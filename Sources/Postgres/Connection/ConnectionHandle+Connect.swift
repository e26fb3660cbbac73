internal import Clibpq
import Glibc

extension ConnectionHandle {
    /// How long to wait before looking again whether the connecting was given up, in milliseconds.
    private static let slice: Int32 = 50

    /// Makes a connection and blocks until the server has accepted it.
    /// - Parameters:
    ///   - tally: where its statements are counted.
    ///   - isAbandoned: asked from time to time; true ends the attempt.
    static func connect(
        to target: ConnectionTarget,
        settings: SessionSettings,
        counting tally: StatementTally,
        isAbandoned: () -> Bool
    ) throws(PostgresFault) -> ConnectionHandle {
        let handle = try start(parameters: try parameters(for: target, settings: settings), counting: tally)
        // The only way to learn the SQLSTATE of a refused connection is to have it written into the message.
        unsafe PQsetErrorVerbosity(handle.pointer, PQERRORS_VERBOSE)
        // Notices go nowhere: libpq would print them.
        unsafe PQsetNoticeProcessor(handle.pointer, { _, _ in }, nil)
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: settings.connectTimeout)
        var events = Int16(POLLOUT)
        while true {
            var descriptor = pollfd(fd: handle.socket, events: events, revents: 0)
            let ready = unsafe poll(&descriptor, 1, slice)
            if isAbandoned() { throw PostgresFault(.cancelled, during: .connect) }
            if ready == 0, clock.now >= deadline {
                throw PostgresFault(.connect, during: .connect, report: ServerReport(message: "no answer in time"))
            }
            if ready == 0 { continue }
            switch unsafe PQconnectPoll(handle.pointer) {
            case PGRES_POLLING_OK:
                unsafe PQsetErrorVerbosity(handle.pointer, PQERRORS_DEFAULT)
                return handle
            case PGRES_POLLING_READING: events = Int16(POLLIN)
            case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
            default: throw PostgresFault(.connect, during: .connect, report: handle.refusal)
            }
        }
    }

    private static func start(
        parameters: [(name: String, value: String)], counting tally: StatementTally
    ) throws(PostgresFault) -> ConnectionHandle {
        var names = unsafe parameters.map { unsafe UnsafePointer(strdup($0.name)) }
        var values = unsafe parameters.map { unsafe UnsafePointer(strdup($0.value)) }
        defer {
            unsafe (names + values).forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
        }
        unsafe names.append(nil)
        unsafe values.append(nil)
        guard let pointer = unsafe PQconnectStartParams(names, values, 1) else {
            throw PostgresFault(.connect, during: .connect)
        }
        let handle = unsafe ConnectionHandle(pointer, counting: tally)
        if handle.isBroken {
            throw PostgresFault(.connect, during: .connect, report: handle.refusal)
        }
        return handle
    }

    /// What libpq is given, later ones winning: what the connection string may change, the string, what it may not.
    private static func parameters(
        for target: ConnectionTarget,
        settings: SessionSettings
    ) throws(PostgresFault) -> [(name: String, value: String)] {
        let options = [settings.startupOptions, try options(in: target.conninfo)].filter { !$0.isEmpty }
        return [
            // A peer that vanished without a word is noticed within half a minute; Unix sockets ignore these.
            ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"),
            ("dbname", target.conninfo),
            ("client_encoding", "UTF8"),
            ("application_name", settings.applicationName),
            ("options", options.joined(separator: " ")),
        ]
    }

    /// The `options` of a connection string, which ours would otherwise displace.
    private static func options(in conninfo: String) throws(PostgresFault) -> String {
        // A bare name of a database is no connection string, and is allowed.
        guard conninfo.utf8.contains(UInt8(ascii: "=")) || conninfo.contains("://") else { return "" }
        guard let parsed = unsafe PQconninfoParse(conninfo, nil) else {
            // libpq's message may quote a piece of the string, which may be the password.
            throw PostgresFault(.configuration, during: .connect)
        }
        defer { unsafe PQconninfoFree(parsed) }
        var option = unsafe parsed
        while let keyword = unsafe option.pointee.keyword {
            if unsafe String(cString: keyword) == "options", let value = unsafe option.pointee.val {
                return unsafe String(cString: value)
            }
            unsafe option += 1
        }
        return ""
    }

    /// Why the connection was refused. The message names host, database and role, never a password.
    private var refusal: ServerReport {
        guard let text = unsafe PQerrorMessage(pointer) else { return ServerReport() }
        return ServerReport(refusal: unsafe String(cString: text))
    }
}

extension ServerReport {
    /// Takes a message apart that was written with its SQLSTATE: `... FATAL:  3D000: database "x" does not exist`, where
    /// the word before the colon is in the server's language. A message of libpq itself has no SQLSTATE.
    init(refusal text: String) {
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        message = line
        for piece in line.split(separator: ":", omittingEmptySubsequences: false) {
            let code = piece.drop { $0 == " " }
            let isCode =
                code.utf8.count == 5 && piece.hasPrefix("  ")
                && code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
            if isCode {
                sqlState = SQLState(rawValue: String(code))
                return
            }
        }
    }
}
