import Dispatch
import Glibc

/// An answer as it came over the wire.
struct HTTPAnswer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: String

    /// Reads one answer; nil when the text is none.
    init?(_ text: String) {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components("\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else { return nil }
        self.status = status
        headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (parts[0].lowercased(), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
        }
        body = String(text[end.upperBound...])
    }

    /// The value of a header; nil unless it is there exactly once.
    subscript(name: String) -> String? {
        let found = headers.filter { $0.name == name.lowercased() }
        return found.count == 1 ? found[0].value : nil
    }
}

/// Talks HTTP over a plain socket, so that a test can say what no client library would.
enum RawHTTP {
    /// Asks and reads until the server closes.
    static func ask(
        _ port: Int, _ path: String, method: String = "GET", host: String = "localhost", headers: [String] = [],
        body: String = ""
    ) async throws -> HTTPAnswer {
        let head = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"] + headers
        let text = try await exchange(port, head.joined(separator: "\r\n") + "\r\n\r\n" + body)
        guard let answer = HTTPAnswer(text) else { throw TestTrouble("no answer to \(method) \(path): \(text)") }
        return answer
    }

    /// Sends bytes as they are and reads until the server closes.
    static func exchange(_ port: Int, _ text: String) async throws -> String {
        try await withSocket(to: port) { socket in
            try socket.send(text)
            return try socket.readToEnd()
        }
    }

    /// Lends a socket on a thread of its own: the threads of Swift's tasks must not block.
    static func withSocket<Result: Sendable>(
        to port: Int, _ body: @escaping @Sendable (RawSocket) throws -> Result
    ) async throws -> Result {
        try await onThread {
            let socket = try RawSocket(port: port)
            defer { socket.close() }
            return try body(socket)
        }
    }

    /// Does something that blocks on a thread of its own.
    static func onThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "homeward.tests.socket").async {
                continuation.resume(with: Swift.Result { try body() })
            }
        }
    }
}

/// A connection to a port of this machine. It waits for a minute at most, so that a fault fails a test and hangs none.
struct RawSocket {
    private let number: Int32

    init(port: Int) throws {
        number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            Glibc.close(number)
            throw TestTrouble("port \(port) refuses: \(String(cString: strerror(errno)))")
        }
    }

    /// Sends all of it; what a server that has closed does not take is no fault of the test's.
    func send(_ text: String) throws { try send(Array(text.utf8)) }

    /// Sends bytes; as above.
    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func readToEnd() throws -> String {
        var all: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(number, &part, part.count)
            if count < 0, errno == EAGAIN { throw TestTrouble("the server neither answered nor closed") }
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += part[..<count]
        }
    }

    /// Reads once, at most so many bytes.
    @discardableResult
    func readSome(_ count: Int) throws -> String {
        var part = [UInt8](repeating: 0, count: count)
        let read = read(number, &part, count)
        if read < 0, errno == EAGAIN { throw TestTrouble("the server neither answered nor closed") }
        return String(decoding: part.prefix(max(0, read)), as: UTF8.self)
    }

    /// Makes this side take little at a time.
    func takeLittle() {
        var size: Int32 = 32_768
        setsockopt(number, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Makes closing cut the connection: what is on its way is thrown away on both sides.
    func abort() {
        var atOnce = linger(l_onoff: 1, l_linger: 0)
        setsockopt(number, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<linger>.size))
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(number, Int32(SHUT_WR)) }

    func close() { Glibc.close(number) }
}

/// Why a test could not be carried out.
struct TestTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension StringProtocol {
    /// The text between separators.
    fileprivate func components(_ separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[startIndex..<endIndex]
        while let found = rest.range(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }

    /// Where a text stands first.
    fileprivate func range(of wanted: String) -> Range<Index>? {
        firstRange(of: wanted)
    }
}
