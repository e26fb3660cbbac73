import FoundationEssentials
import Glibc

/// What the system says of this process.
struct ProcessFigures: Sendable {
    /// When it began, in seconds since 1970; nil when the system does not say.
    let start: Int?
    /// The memory it holds, in bytes.
    let residentBytes: Int?
    /// The files and sockets that it has open.
    let openFiles: Int?
    /// The processor time that it has used, in hundredths of a second.
    let processorTicks: Int?

    static func read() -> ProcessFigures {
        // Fields after the program's name, which stands in brackets and may hold anything; the first is the state.
        let fields = text("/proc/self/stat").split(separator: ")").last?.split(separator: " ").map(String.init) ?? []
        func field(_ number: Int) -> Int? { fields.count > number ? Int(fields[number]) : nil }
        let perSecond = max(1, sysconf(Int32(_SC_CLK_TCK)))
        let boot = text("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
            .flatMap { Int($0.dropFirst("btime ".count)) }
        let pages = text("/proc/self/statm").split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return ProcessFigures(
            start: boot.flatMap { boot in field(19).map { boot + $0 / perSecond } },
            residentBytes: pages.map { $0 * sysconf(Int32(_SC_PAGESIZE)) },
            openFiles: try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count,
            processorTicks: field(11).flatMap { user in field(12).map { (user + $0) * 100 / perSecond } })
    }

    func write(to page: inout MetricsText) {
        if let start {
            page.begin("process_start_time_seconds", .gauge, "When the process began, in seconds since 1970.")
            page.add("process_start_time_seconds", start)
        }
        if let residentBytes {
            page.begin("process_resident_memory_bytes", .gauge, "Memory that the process holds.")
            page.add("process_resident_memory_bytes", residentBytes)
        }
        if let openFiles {
            page.begin("process_open_fds", .gauge, "Files and sockets that the process has open.")
            page.add("process_open_fds", openFiles)
        }
        if let processorTicks {
            page.begin("process_cpu_seconds_total", .counter, "Processor time that the process has used.")
            page.add("process_cpu_seconds_total", MetricsText.seconds(.milliseconds(processorTicks * 10)))
        }
    }

    private static func text(_ path: String) -> String {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
