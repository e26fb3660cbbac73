import Testing

/// `homeward edition`.
struct EditionCommandTests {
    private static let year = ["--from", "2015-01-01", "--to", "2015-12-31", "--profile", "network"]

    private static func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register()
            for place in 0..<60 {
                register.add(
                    place % 5 == 4 ? "placed" : "completed", atHome: place % 4 > 0, inSchool: true, noArrests: true)
            }
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await body(workplace)
        }
    }

    @Test func `an edition is frozen, listed, shown, verified and exported`() async throws {
        try await Self.lend { workplace in
            let frozen = try await workplace.demand(["edition", "freeze"] + Self.year).out
            #expect(frozen.hasPrefix("withheld ") && frozen.hasSuffix("\n1\n"))
            let listed = try await workplace.demand(["edition", "list"]).out
            #expect(listed.contains("1   2015-01-01  2015-12-31  network"))
            let json = try await workplace.demand(["edition", "show", "1", "--format", "json"]).out
            for key in [
                "number", "hash", "data_cut", "tables", "name", "rows", "columns", "cells", "row", "column", "value",
                "status",
            ] { #expect(json.contains("\"\(key)\": "), "\(key)") }
            #expect(json.contains("\"status\": \"shown\""))
            let asSite = try await workplace.demand(["edition", "show", "1", "--site", "north", "--format", "json"]).out
            #expect(!asSite.contains("primary") && !asSite.contains("secondary"))
            #expect(try await workplace.demand(["edition", "show", "1"]).out.contains("SHA-256 "))
            #expect(try await workplace.demand(["edition", "show", "1", "--format", "csv"]).out.hasSuffix("\r\n"))
            let verified = try await workplace.demand(["edition", "verify", "--all"]).out
            #expect(verified.contains("edition 1: the facts give the same counts"))
            for folder in ["one", "two"] { try await workplace.demand(["edition", "export", "1", folder]) }
            for file in ["edition.html", "datapackage.json", "table-1-all-sites-mst.csv"] {
                let one = try workplace.folder.text(of: "one/\(file)")
                #expect(one == (try workplace.folder.text(of: "two/\(file)")), "\(file)")
                #expect(!one.contains("\"primary\"") && !one.contains("secondary"), "\(file)")
            }
            #expect(try await workplace.run(["edition", "export", "1", "one"]).status == 73)
            let diff = try await workplace.demand(["edition", "diff", "1", "1", "--site", "north"]).out
            #expect(diff == "episodes of north that count otherwise: 0\n")
            let figures = try await workplace.demand(["edition", "diff", "1", "1", "--format", "json"]).out
            for line in ["\"one\": 1", "\"records\": 0", "\"rules\": []", "\"figures\": []"] {
                #expect(figures.contains(line), "\(figures)")
            }
            let own = try await workplace.demand(["edition", "diff", "1", "1", "--site", "north", "--format", "json"])
                .out
            #expect(own.contains("\"site\": \"north\"") && own.contains("\"episodes\": []"))
        }
    }

    @Test func `what cannot be frozen ends with its status and names the flag`() async throws {
        try await Self.lend { workplace in
            let network = ["--profile", "network"]
            let freeze = ["edition", "freeze"]
            for (words, status, said) in [
                (["--from", "2015-12-31", "--to", "2015-01-01"], 64, "--from: "),
                (["--from", "2015-01-01", "--to", "2015-06-30"], 64, "one quarter, of one year or of three"),
                (["--from", "2015-01-02", "--to", "2015-12-31"], 64, "whole quarters of the calendar"),
                (["--from", "2099-01-01", "--to", "2099-03-31"], 64, "when it is over everywhere"),
                (["--from", "2009-01-01", "--to", "2009-12-31"], 65, "there is nothing to print"),
                (["--from", "2015-01-01", "--to", "2015-12-31", "--restates", "7"], 65, "there is no edition 7 here"),
                (["--from", "2015-01-01", "--to", "2015-12-31", "--model", "none"], 65, "--model: "),
            ] {
                let refused = try await workplace.run(freeze + words + network)
                #expect(refused.status == Int32(status) && refused.err.contains(said), "\(words): \(refused.err)")
            }
            #expect(try await workplace.run(["edition", "verify"]).status == 64)
            #expect(try await workplace.run(["edition", "show", "1"]).status == 65)
            try await workplace.demand(freeze + Self.year)
            let again = try await workplace.run(freeze + Self.year)
            #expect(again.status == 65 && again.err.contains("freeze with --restates 1"))
        }
    }
}
