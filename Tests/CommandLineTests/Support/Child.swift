import Dispatch
import Glibc

/// A run of the built program as a process of its own.
struct Child: Sendable {
    let process: pid_t
    /// Where it writes standard error.
    let errors: String
    private let end: Task<Outcome, any Error>

    /// How it ended and what it wrote.
    struct Outcome: Sendable {
        /// The exit status; nil when a signal ended it.
        let status: Int32?
        /// Standard output.
        let out: String
        /// Standard error.
        let err: String
    }

    /// Starts the program in a folder. It inherits no variable but `PATH`: the settings of whoever runs the tests stay
    /// out.
    /// - Parameters:
    ///   - input: the file that it reads as standard input.
    ///   - isOrdinary: whether it runs as an account that is not root, also when the tests do.
    static func start(
        _ words: [String], in folder: Folder, environment: [String: String] = [:], output: String? = nil,
        input: String = "/dev/null", isOrdinary: Bool = false
    ) throws -> Child {
        let number = UInt64.random(in: .min ... .max)
        let place = try folder.make(".said")
        let names = (out: output ?? place["\(number).out"], err: place["\(number).err"])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, names.out, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, names.err, O_WRONLY | O_CREAT, 0o600)
        let variables = environment.merging(["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]) { mine, _ in mine }
        var process: pid_t = 0
        // `env` goes to the folder and becomes the program: the process stays the same one.
        let env = "/usr/bin/env"
        let code = withWords([env, "-C", folder.path] + account(isOrdinary) + [program] + words) { arguments in
            withWords(variables.map { "\($0)=\($1)" }) { environment in
                posix_spawn(&process, env, &actions, nil, arguments, environment)
            }
        }
        guard code == 0 else { throw TestTrouble("cannot run \(program): \(String(cString: strerror(code)))") }
        let started = process
        let end = Task {
            let status = await wait(for: started)
            return Outcome(
                status: status & 0x7f == 0 ? (status >> 8) & 0xff : nil,
                out: output == nil ? try place.text(of: "\(number).out") : "", err: try place.text(of: "\(number).err")
            )
        }
        return Child(process: process, errors: names.err, end: end)
    }

    /// Runs the program to its end.
    static func run(
        _ words: [String], in folder: Folder, environment: [String: String] = [:], output: String? = nil,
        input: String = "/dev/null", isOrdinary: Bool = false
    ) async throws -> Outcome {
        try await start(
            words, in: folder, environment: environment, output: output, input: input, isOrdinary: isOrdinary
        ).outcome()
    }

    /// Waits for its end.
    func outcome() async throws -> Outcome { try await end.value }

    /// Sends it a signal.
    func signal(_ number: Int32) { kill(process, number) }

    /// Sends it a signal in so many seconds.
    func signal(_ number: Int32, after seconds: Double) {
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { signal(number) }
    }

    /// What makes root another account before the program begins: `nobody`, which every machine has.
    private static func account(_ isOrdinary: Bool) -> [String] {
        isOrdinary && geteuid() == 0 ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : []
    }

    /// The program, beside the bundle of the tests.
    private static let program: String = {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let bundle = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return bundle.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/homeward"
    }()

    /// Waits on a thread of its own: those of Swift's tasks are as many as the machine has cores, and must not block.
    private static func wait(for process: pid_t) async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "homeward.tests.child").async {
                var status: Int32 = 0
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                continuation.resume(returning: status)
            }
        }
    }

    private static func withWords<Result>(
        _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = words.map { strdup($0) } + [nil]
        defer {
            for copy in copies { free(copy) }
        }
        return body(copies)
    }
}
