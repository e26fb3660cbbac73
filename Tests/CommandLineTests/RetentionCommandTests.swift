import FoundationEssentials
import Glibc
import Postgres
import Testing

struct RetentionCommandTests {
    private struct Sheet: Decodable {
        struct Entry: Decodable {
            let child: String
            let rule: String
            let keepThrough: String?
            let due: Bool
            let held: Bool
        }
        struct Proposal: Decodable {
            let number: Int
            let proposedBy: String
            let approvedBy: String?
        }
        let records: [Entry]
        let proposals: [Proposal]
        let stubs: Int
    }

    private struct Pack: Decodable {
        struct Part: Decodable {
            struct Item: Decodable {
                let id: String
                let takenOut: String?
            }
            let key: String
            let reason: String
            let items: [Item]
        }
        let parts: [Part]
        let answerBy: String
        let extendedTo: String
    }

    /// A site that keeps records for three years, with two families whose treatment ended in 2015.
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let file = try workplace.folder.text(of: "north.yaml")
            try workplace.folder.write(
                file + "retention: {every-record-years: 3, services: []}\n", to: "north.yaml")
            try await workplace.demand(["site", "apply", "north.yaml"])
            var register = Register()
            register.add("completed", atHome: true, inSchool: true, noArrests: true)
            register.add("completed", atHome: true, inSchool: true, noArrests: true)
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await body(workplace)
        }
    }

    private func sheet(_ workplace: Workplace) async throws -> Sheet {
        let outcome = try await workplace.demand(["retention", "list", "--site", "north", "--json"])
        return try JSONDecoder().decode(Sheet.self, from: Data(outcome.out.utf8))
    }

    @Test func `the operator alone cannot do both halves, and a hold keeps a record out of a proposal`() async throws {
        try await lend { workplace in
            let before = try await sheet(workplace)
            #expect(before.records.map(\.rule) == ["every-record", "every-record"])
            #expect(before.records.map(\.keepThrough) == ["2018-05-02", "2018-05-03"])
            #expect(before.records.allSatisfy { $0.due && !$0.held })
            let held = try #require(before.records.first).child
            let words = ["retention", "hold", held, "--site", "north", "--reason", "A claim"]
            try await workplace.demand(words + ["--dry-run"])
            #expect(try await sheet(workplace).records.allSatisfy { !$0.held })
            try await workplace.demand(words)
            let dry = try await workplace.demand(["retention", "propose", "--site", "north", "--dry-run"])
            #expect(dry.out.hasSuffix("would propose: children 1\n"))
            #expect(try await sheet(workplace).proposals.isEmpty)
            let proposed = try await workplace.demand(["retention", "propose", "--site", "north"])
            #expect(proposed.out.hasSuffix("proposal 1: children 1\n"))
            let again = try await workplace.run(["retention", "propose", "--site", "north"])
            #expect(again.status == 65)
            let approved = try await workplace.run(["retention", "approve", "1", "--site", "north"])
            #expect(approved.status == 77)
            #expect(approved.err.contains("needs a second person"))
            let disposed = try await workplace.run(["retention", "dispose", "1", "--site", "north"])
            #expect(disposed.status == 77)
            try await workplace.demand(["retention", "release", held, "--site", "north"])
            #expect(try await workplace.run(["retention", "release", held, "--site", "north"]).status == 65)
            try await workplace.demand(["retention", "withdraw", "1", "--site", "north"])
            #expect(try await workplace.episodes() == 2)
            let after = try await sheet(workplace)
            #expect(after.records.allSatisfy { $0.due && !$0.held })
            #expect(after.stubs == 0)
        }
    }

    @Test func `a death is recorded once, corrected and taken back`() async throws {
        try await lend { workplace in
            let child = try #require(try await sheet(workplace).records.first).child
            let words = ["person", "died", child, "--site", "north"]
            #expect(try await workplace.run(words).status == 64)
            #expect(try await workplace.run(words + ["--withdraw"]).status == 65)
            let told = try await workplace.demand(words + ["--on", "2016-03-01", "--estimated"])
            #expect(told.out == "\(child): died on 2016-03-01 (estimated)\n")
            let twice = try await workplace.run(words + ["--on", "2016-03-02"])
            #expect(twice.status == 65)
            #expect(twice.err.contains("this death is on record already"))
            try await workplace.demand(words + ["--on", "2016-03-02", "--correct"])
            let rows: Statement =
                "SELECT concat(died_on, ' ', death_day_estimated) FROM record.child WHERE died_on IS NOT NULL"
            #expect(try await workplace.ask(rows) == "2016-03-02 f")
            try await workplace.demand(words + ["--withdraw"])
            #expect(try await workplace.demand(["verify"]).out.contains("sound"))
        }
    }

    @Test func `what was disposed of stays unreadable when an older backup of the keys is restored`() async throws {
        try await lend { workplace in
            let child = try #require(try await sheet(workplace).records.first).child
            try workplace.folder.write("name: Ada Invented\n", to: "p.txt")
            try await workplace.demand(["person", "record", "--site", "north", "--person", child, "p.txt"])
            let said = try await workplace.demand(["keys", "backup", "--to", "backups"]).out
            let backup = String(try #require(said.split(separator: ":").first))
            try await workplace.demand(["retention", "propose", "--site", "north"])
            // Whoever approves types a code of their second factor; that is tested where it is asked for.
            _ = try await workplace.ask(
                """
                UPDATE retention.proposal SET approved_by = 'gov-1', approver = 'gov-1', approved_at = now()
                RETURNING 'approved'
                """)
            try await workplace.demand(["retention", "dispose", "1", "--site", "north"])
            let before = try await workplace.demand(["keys", "status"]).out
            let list = workplace.folder["home/keys/destroyed"]
            #expect(try workplace.folder.text(of: "home/keys/destroyed").hasPrefix("k"))
            for isListLost in [false, true] {
                if isListLost {
                    #expect(unlink(list) == 0)
                }
                let restored = try await workplace.demand(["keys", "restore", "--from", backup]).out
                #expect(restored.contains("keys that came back: 0\n"))
                #expect(restored.contains("keys in the backup that were destroyed since and stay so: 1\n"))
                #expect(try await workplace.demand(["keys", "status"]).out == before)
            }
        }
    }

    @Test func `a pack is for its owner's eyes alone, and a second run takes out what the list names`() async throws {
        try await lend { workplace in
            let child = try #require(try await sheet(workplace).records.first).child
            let words = ["subject-access", child, "--site", "north", "--received", "2026-01-31"]
            let first = try await workplace.demand(words + ["--to", "pack"])
            #expect(first.out.contains("to be answered by 2026-02-28, at the latest by 2026-04-30"))
            #expect(try workplace.folder.text(of: "pack/subject-access.html").contains("What is kept of you"))
            let marks = try workplace.folder.text(of: "pack/redactions.txt")
            #expect(marks.contains("# assignments.1: names a member of staff by code"))
            #expect(try await workplace.run(words + ["--to", "pack"]).status == 73)
            try workplace.folder.write("assignments.1: staff\n", to: "list.txt")
            try await workplace.demand(words + ["--to", "given", "--redact", "list.txt"])
            let given = try JSONDecoder().decode(
                Pack.self, from: Data(try workplace.folder.text(of: "given/subject-access.json").utf8))
            let taken = given.parts.flatMap(\.items).filter { $0.takenOut != nil }
            #expect(taken.map(\.id) == ["assignments.1"])
            #expect(given.parts.allSatisfy { !$0.reason.isEmpty })
            try workplace.folder.write("nothing.1: staff\n", to: "wrong.txt")
            let refused = try await workplace.run(words + ["--to", "other", "--redact", "wrong.txt"])
            #expect(refused.status == 65)
        }
    }
}
