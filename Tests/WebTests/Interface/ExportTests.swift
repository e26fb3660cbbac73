import API
import Accounts
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Web

/// What is taken away in one go: all of it, of one moment, and so that a client knows that it has everything.
@Suite struct ExportTests {
    private static let many = 20_000

    @Test(arguments: ExportTable.allCases)
    func `both forms have the same lines, and end with how many there are`(_ table: ExportTable) async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            for ref in ["E-1", "E-2", "E-3"] { try await world.family("Ada Invented", episode: ref) }
            try await world.recordEpisodes()
            try await world.plantInterviews(3)
            let clerk = try await world.reader(of: table)
            let lines = try await clerk.get("/export/\(table.rawValue)?site=north")
            #expect(lines.status == 200 && lines.answer["transfer-encoding"] == "chunked")
            #expect(lines.answer["content-type"] == "application/x-ndjson")
            let all = try Chunks.joined(lines.answer.body).split(separator: "\n").map {
                try JSONReader.read(Array($0.utf8))
            }
            let names = table.columns.map(\.name)
            #expect(all.count > 3 && all.last?["count"] == .integer(all.count - 1))
            for line in all.dropLast() {
                guard case .object(let members) = line else { throw TestTrouble("no object: \(line)") }
                #expect(members.map(\.name) == names)
            }
            let csv = try await clerk.get("/export/\(table.rawValue)?site=north&format=csv")
            #expect(csv.answer["content-type"] == "text/csv; charset=utf-8")
            let rows = try CSVRows.read(Chunks.joined(csv.answer.body))
            #expect(rows.first == names && rows.last?.prefix(2) == ["#count", "\(all.count - 1)"])
            #expect(rows.count == all.count + 1 && rows.allSatisfy { $0.count == names.count })
            for (row, line) in zip(rows.dropFirst(), all.dropLast()) {
                for (name, cell) in zip(names, row) { try Self.expect(line[name], toBe: cell, name) }
            }
            #expect(!lines.answer.body.contains("Ada") && !lines.answer.body.contains("Hidden"))
            let looks = try await world.looks().filter { $0.hasPrefix("clerk-") && $0.contains(" episode.show ") }
            #expect(looks.count == 2, "\(looks)")
        }
    }

    private static func expect(_ value: JSON?, toBe cell: String, _ name: String) throws {
        switch value {
        case .text(let text): #expect(text == cell, "\(name)")
        case .null: #expect(cell.isEmpty, "\(name)")
        case let value?: #expect(try JSONReader.read(Array(cell.utf8)) == value, "\(name)")
        case nil: Issue.record("no \(name)")
        }
    }

    @Test func `cells are quoted or escaped where they need it, and what is empty is not what is unknown`() async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            let columns = Array(ExportTable.episodes.columns.suffix(3))
            let rows = try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
                try await connection.query(
                    """
                    SELECT * FROM (VALUES
                        ('a"b,c' || chr(92), 'new' || chr(13) || chr(10) || 'line', '1'), ('Zoë', NULL, NULL),
                        (chr(127), '', '0.5'), ('#', 'two words', '{"a": [1, "b"]}')
                    ) AS v (a, b, c)
                    """)
            }
            let csv = try ExportLines(columns: columns, isCSV: true).bytes(of: rows)
            let quoted = #""a""b,c\","new"# + "\r\n" + #"line",1"#
            let object = #"#,two words,"{""a"": [1, ""b""]}""#
            #expect(String(decoding: csv, as: UTF8.self) == "\(quoted)\r\nZoë,,\r\n\u{7f},,0.5\r\n\(object)\r\n")
            let lines = try ExportLines(columns: columns, isCSV: false).bytes(of: rows).split(separator: 0x0A)
            let read = try lines.map { try JSONReader.read(Array($0)) }
            let names = columns.map(\.name)
            #expect(read.map { $0[names[0]] } == ["a\"b,c\\", "Zoë", "\u{7f}", "#"])
            #expect(read.map { $0[names[1]] } == ["new\r\nline", .null, "", "two words"])
            #expect(read.map { $0[names[2]] } == [1, .null, .decimal("0.5"), ["a": [1, "b"]]])
            await #expect(throws: PostgresFault.self) {
                let numbers = try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
                    try await connection.query("SELECT 1, 2, 3")
                }
                _ = try ExportLines(columns: columns, isCSV: true).bytes(of: numbers)
            }
        }
    }

    @Test func `of two sites each has its own, and what is not for the asker is not there`() async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            try await world.plantInterviews(2)
            let manager = try await world.program(of: try await world.account("boss", .siteManager))
            for table in ExportTable.allCases {
                let both = try await world.reader(of: table, "both-\(table.rawValue)", at: ["north", "south"])
                let south = try await world.reader(of: table, "other-\(table.rawValue)", at: ["south"])
                let (path, name) = ("/export/\(table.rawValue)?site=", table.rawValue)
                #expect(try await both.get(path + "north").answer.body.contains("{\"count\":0}") == false, "\(name)")
                #expect(try await both.get(path + "south").answer.body.contains("{\"count\":0}"), "\(name)")
                try await south.get(path + "north").expect(.absent, name)
                try await both.get(path + "east").expect(.absent, name)
            }
            // A site's manager sees no scores: no interviews, and not the events that hold some.
            #expect(try await manager.get("/export/episodes?site=north").answer.body.contains("{\"count\":1}"))
            #expect(try await manager.get("/export/interviews?site=north").answer.body.contains("{\"count\":0}"))
            try await manager.get("/export/events?site=north").expect(.absent)
            let therapist = try await world.program(of: try await world.account("tess", .therapist))
            try await therapist.get("/export/facts?site=north").expect(.absent)
        }
    }

    @Test func `all of it is of one moment, and written down before it leaves`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            try await world.plantInterviews(Self.many)
            let clerk = try await world.reader(of: .interviews)
            let socket = try await Self.open(world, clerk)
            // What has come is a part of it: the rest waits until somebody takes it.
            let first = try await RawHTTP.onThread {
                var text = ""
                while !text.contains("}\n") { text += try socket.readSome(2_000) }
                return text
            }
            #expect(first.hasPrefix("HTTP/1.1 200"))
            #expect(try await world.rowsOfLooks() == [Self.many])
            try await world.plantInterviews(7)
            let rest = try await RawHTTP.onThread { try socket.readToEnd() }
            socket.close()
            #expect((first + rest).contains("{\"count\":\(Self.many)}"))
        }
    }

    @Test func `so many exports run at once, and whoever cuts one off leaves its place to others`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            // More than the system keeps for a connection.
            try await world.plantInterviews(4 * Self.many)
            let clerk = try await world.reader(of: .interviews)
            for _ in 0..<3 {
                let both = (try await Self.begin(world, clerk), try await Self.begin(world, clerk))
                try await clerk.get("/export/episodes?site=north").expect(.tooMany)
                for socket in [both.0, both.1] {
                    socket.abort()
                    socket.close()
                }
                #expect(try await Self.episodes(clerk).contains("{\"count\":1}"))
            }
        }
    }

    @Test func `whoever does not take an export is cut off, and is not told that it is whole`() async throws {
        var configuration = WebConfiguration(port: 0)
        configuration.limits.patience = .seconds(1)
        try await WebWorld.with(configuration, isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            try await world.plantInterviews(4 * Self.many)
            let clerk = try await world.reader(of: .interviews)
            let idle = (try await Self.begin(world, clerk), try await Self.begin(world, clerk))
            #expect(try await Self.episodes(clerk).contains("{\"count\":1}"))
            // The one that was cut off does not say that it is whole; the other may be read to its end yet.
            var whole: [Bool] = []
            for socket in [idle.0, idle.1] {
                whole.append(try await RawHTTP.onThread { try socket.readToEnd() }.contains("\"count\""))
                socket.close()
            }
            #expect(whole.contains(false))
        }
    }

    /// All episodes, as soon as there is a place for who asks.
    private static func episodes(_ clerk: APIClient) async throws -> String {
        while true {
            let reply = try await clerk.get("/export/episodes?site=north")
            if reply.status == 429 { continue }
            #expect(reply.status == 200)
            return reply.answer.body
        }
    }

    /// Asks for all interviews until there is a place for them, takes the beginning, and then nothing more.
    private static func begin(_ world: WebWorld, _ client: APIClient) async throws -> RawSocket {
        while true {
            let socket = try await open(world, client)
            let first = try await RawHTTP.onThread { try socket.readSome(100) }
            // The place of one that was cut off may not be free yet.
            guard first.hasPrefix("HTTP/1.1 429") else { return socket }
            socket.close()
        }
    }

    /// Asks for all interviews over a connection that takes little at a time.
    private static func open(_ world: WebWorld, _ client: APIClient) async throws -> RawSocket {
        let head =
            ["GET /api/v1/export/interviews?site=north HTTP/1.1", "Host: localhost", "Connection: close"]
            + client.credentials
        return try await RawHTTP.onThread {
            let socket = try RawSocket(port: world.port)
            socket.takeLittle()
            try socket.send(head.joined(separator: "\r\n") + "\r\n\r\n")
            return socket
        }
    }
}

extension WebWorld {
    /// A program to which a table is open: facts are for who reaches the site, what has scores for who works with families.
    func reader(
        of table: ExportTable, _ code: String = "clerk", at sites: [String] = ["north"]
    ) async throws -> APIClient {
        let role: Role = table == .facts ? .siteManager : .supervisor
        return try await program(of: try await account("\(code)-\(role.rawValue)", role, at: sites))
    }

    /// Puts so many interviews into each episode of the first site that nobody held.
    func plantInterviews(_ count: Int) async throws {
        try await Connection.withConnection(to: fixtures.database.target(.administrator)) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO record.interview (site_id, episode_id, interview_id, occurred_on, instrument, result,
                    collector, valid, threshold_billionths, threshold_operator, phase, shape)
                SELECT e.site_id, e.episode_id, gen_random_uuid(), \(FixtureWorld.today), 'tam-r', 'refused',
                    'call-centre', false, 0, '>=', 'treatment', 1
                FROM record.episode AS e JOIN site.site AS s USING (site_id) CROSS JOIN generate_series(1, \(count))
                WHERE s.code = 'north'
                """)
        }
    }

    /// How many rows each look of the clerk gave.
    fileprivate func rowsOfLooks() async throws -> [Int] {
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            try await connection.query(
                "SELECT rows::bigint FROM access.look WHERE actor LIKE 'clerk-%' AND rows IS NOT NULL ORDER BY arrival"
            ).column(0, as: Int.self)
        }
    }
}
