import Glibc
import Postgres
import Testing

@testable import PrivateCluster

struct DecidingTests {
    private let ann = HostAccount(name: "ann", number: 1000, group: 100)

    private func step(_ path: String, _ mode: mode_t, owner: uid_t = 0, group: gid_t = 0) -> FolderAccess.Step {
        FolderAccess.Step(path: path, facts: FileFacts(kind: .folder, owner: owner, group: group, mode: mode))
    }

    @Test func `the first folder closed to an account is named`() {
        let steps = [step("/", 0o755), step("/a", 0o700), step("/a/b", 0o700)]
        #expect(FolderAccess.firstClosed(to: ann, among: steps) == "/a")
    }

    @Test func `owner, group and others are told apart`() {
        #expect(FolderAccess.firstClosed(to: ann, among: [step("/a", 0o700, owner: 1000)]) == nil)
        #expect(FolderAccess.firstClosed(to: ann, among: [step("/a", 0o710, group: 100)]) == nil)
        #expect(FolderAccess.firstClosed(to: ann, among: [step("/a", 0o701)]) == nil)
        #expect(FolderAccess.firstClosed(to: ann, among: [step("/a", 0o077, owner: 1000)]) == "/a")
        #expect(FolderAccess.firstClosed(to: ann, among: [step("/a", 0o707, group: 100)]) == "/a")
    }

    @Test(arguments: [
        ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "15.18"), ("17\n", "17.0"),
        ("postgres (PostgreSQL) 18rc1", "18.0"),
    ])
    func `a version is read from what the programs print`(_ text: String, _ version: String) {
        #expect(PostgresRelease(printed: text)?.description == version)
    }

    @Test func `text without a number is no version`() {
        #expect(PostgresRelease(printed: "postgres") == nil)
    }

    @Test func `the newest programs are taken, and an old cluster gets its own`() throws {
        let found = [(14, 9), (16, 2), (15, 18)].map { major, minor in
            ServerPrograms(folder: "/programs/\(major)", version: PostgresRelease(number: major * 10_000 + minor))
        }
        #expect(try ServerPrograms.choose(among: found, major: nil, lookedIn: []).version.major == 16)
        #expect(try ServerPrograms.choose(among: found, major: 15, lookedIn: []).version.major == 15)
        #expect(throws: ClusterFault.self) { try ServerPrograms.choose(among: [found[0]], major: nil, lookedIn: []) }
        #expect(throws: ClusterFault.self) { try ServerPrograms.choose(among: found, major: 17, lookedIn: []) }
    }

    @Test func `the server's account is the first known of the list, never root`() throws {
        let known = ["b": HostAccount(name: "b", number: 0, group: 0), "c": ann]
        #expect(try ServerIdentity.firstKnown(["a", "b", "c"]) { known[$0] } == ann)
        let fault = #expect(throws: ClusterFault.self) { try ServerIdentity.firstKnown(["a", "b"]) { known[$0] } }
        #expect(fault?.description.contains("useradd --system homeward") == true)
    }

    @Test func `a value in a connection string is quoted`() {
        let info = ConnectionInfo(socketFolder: "/s p/o'x\\", database: "homeward", user: "u")
        #expect(info.text == #"host='/s p/o\'x\\' dbname='homeward' user='u'"#)
    }

    @Test(arguments: [("/srv/home/", "/srv/home"), ("/srv//./home", "/srv/home"), ("/srv/../home", "/srv/../home")])
    func `a home's path is absolute and tidy`(_ text: String, _ path: String) {
        #expect(HomeFolder(path: text).path == path)
    }

    @Test func `a relative home is meant from the current folder`() throws {
        let here = try #require(getcwd(nil, 0))
        defer { free(here) }
        #expect(HomeFolder(path: ".homeward") == HomeFolder(path: String(cString: here) + "/.homeward"))
        #expect(HomeFolder(path: ".homeward").path.hasPrefix(String(cString: here)))
    }

    @Test func `the server's own file tells its process, phase and socket`() throws {
        let ready = "4711\n/h/cluster\n1700000000\n5432\n/s\n\n  123  4\nready   \n"
        let server = try #require(ServerProcess(pidFile: ready))
        #expect(server.number == 4711)
        #expect(server.phase == .ready)
        #expect(server.socketFolder == "/s")
        #expect(ServerProcess(pidFile: "4711\n/h/cluster\n")?.phase == .starting)
        #expect(ServerProcess(pidFile: "") == nil)
    }

    @Test func `a fault shows what the system said only to the log`() {
        let fault = ClusterFault(.busy, .unavailable, place: "/h", "one sentence", details: "marked")
        #expect(String(describing: fault) == "one sentence")
        #expect(String(reflecting: fault).contains("marked"))
    }
}
