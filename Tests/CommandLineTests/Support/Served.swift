import Dispatch
import FoundationEssentials
import Glibc

/// A run of `homeward serve`, or of another command that serves, that listens.
struct Served: Sendable {
    let child: Child
    let port: Int
    /// What it printed when it listened.
    let line: String

    /// Starts the service on a free port and waits for its line.
    static func start(
        _ workplace: Workplace, command: String = "serve", _ words: [String] = []
    ) async throws -> Served {
        let pipe = workplace.folder["serve-\(UInt64.random(in: .min ... .max)).line"]
        guard mkfifo(pipe, 0o600) == 0 else { throw TestTrouble("no pipe: \(String(cString: strerror(errno)))") }
        // Open for both: then neither side waits for the other to open it.
        let end = open(pipe, O_RDWR)
        let child = try Child.start(
            [command, "--port", "0"] + words, in: workplace.folder, environment: workplace.environment, output: pipe)
        let line = await readLine(from: end)
        guard let line, let port = line.split(separator: ":").last.flatMap({ Int($0) }) else {
            child.signal(SIGTERM)
            throw TestTrouble("the service did not listen: \(try await child.outcome().err)")
        }
        return Served(child: child, port: port, line: line)
    }

    /// Ends it as an operator would.
    func stop() async throws -> Child.Outcome {
        child.signal(SIGTERM)
        return try await child.outcome()
    }

    /// The status and the text of an answer; nil when there was none.
    func get(_ path: String, _ headers: [String] = []) async -> (status: Int, body: String)? {
        await ask("GET", path, headers)
    }

    /// Sends a form as one of our own pages does.
    func post(_ path: String, _ form: String, _ headers: [String]) async -> (status: Int, body: String)? {
        let own = [
            "Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: \(form.utf8.count)",
        ]
        return await ask("POST", path, headers + own, form)
    }

    /// Sends a request as it is.
    func ask(
        _ method: String, _ path: String, _ headers: [String], _ body: String = ""
    ) async -> (status: Int, body: String)? {
        let port = port
        let head = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"] + headers
        let request = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
        return await withCheckedContinuation { continuation in
            DispatchQueue(label: "homeward.tests.get").async {
                continuation.resume(returning: Served.ask(port, request))
            }
        }
    }

    /// Asks until the service is ready.
    func untilReady() async throws {
        while await get("/readyz")?.status != 200 { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// Asks until the service is ready and shows its page: an answer of readiness may be a second old.
    func untilAnswering() async throws {
        try await untilReady()
        while await get("/sign-in")?.status != 200 { try await Task.sleep(for: .milliseconds(20)) }
    }

    private static func ask(_ port: Int, _ request: [UInt8]) -> (status: Int, body: String)? {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0, send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            return nil
        }
        var all: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(socket, &part, part.count)
            guard count > 0 else { break }
            all += part[..<count]
        }
        let text = String(decoding: all, as: UTF8.self)
        guard let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        return (status, text)
    }

    /// The first line; nil when none comes within a minute.
    private static func readLine(from end: Int32) async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "homeward.tests.line").async {
                defer { close(end) }
                var text: [UInt8] = []
                var byte: UInt8 = 0
                var state = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
                while poll(&state, 1, 60_000) == 1, read(end, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
                    text.append(byte)
                }
                continuation.resume(returning: text.isEmpty ? nil : String(decoding: text, as: UTF8.self))
            }
        }
    }
}
