import Testing

/// `homeward access-log`, `homeward break-glass` and `homeward account relative`.
struct AccessLogCommandTests {
    /// A site with a family, and a supervisor of its team.
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register()
            register.add("completed", atHome: true, inSchool: true, noArrests: true)
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await workplace.demand(["account", "create", "boss", "--site", "north", "--role", "supervisor"])
            try await body(workplace)
        }
    }

    private static let opening = [
        "break-glass", "open", "E1", "--site", "north", "--reason", "The carer rang at night",
    ]

    @Test func `a record is opened for an account alone, listed with its reason, looked into and shut`() async throws {
        try await lend { workplace in
            let operators = try await workplace.run(Self.opening)
            #expect(operators.status == 64)
            #expect(operators.err.contains("a record is opened for an account: name it with --for"))
            let short = try await workplace.run(Array(Self.opening.dropLast()) + ["now", "--for", "boss"])
            #expect(short.status == 64)
            let long = try await workplace.run(Self.opening + ["--for", "boss", "--hours", "25"])
            #expect(long.status == 64)
            #expect(long.err.contains("write a whole number of hours, 1 to 24"))
            let opened = try await workplace.demand(Self.opening + ["--for", "boss", "--hours", "2"])
            #expect(opened.out.hasPrefix("E1: open until "))
            let listed = try await workplace.demand(["break-glass", "list", "--site", "north"])
            #expect(listed.out.contains("nobody yet") && listed.out.contains("The carer rang at night"))
            try await workplace.demand(["break-glass", "review", "E1", "--site", "north", "--opened-by", "boss"])
            #expect(try await workplace.demand(["break-glass", "list", "--site", "north"]).out.contains("operator"))
            try await workplace.demand(["break-glass", "close", "E1", "--site", "north", "--for", "boss"])
            let again = try await workplace.run(["break-glass", "close", "E1", "--site", "north", "--for", "boss"])
            #expect(again.status == 65)
            #expect(again.err.contains("this account has E1 not open now"))
        }
    }

    @Test func `the log is shown, narrowed and taken out as CSV, and the reason stands nowhere in it`() async throws {
        try await lend { workplace in
            try await workplace.demand(Self.opening + ["--for", "boss"])
            let show = ["access-log", "show", "--site", "north"]
            let shown = try await workplace.demand(show + ["--episode", "E1"])
            #expect(shown.out.split(separator: "\n").count == 2)
            #expect(shown.out.contains("access.break-glass"))
            let refused = try await workplace.run(show + ["--for", "boss"])
            #expect(refused.status != 0)
            let found = try await workplace.demand(show + ["--account", "boss", "--refused", "--format", "json"])
            #expect(found.out.contains("\"action\": \"access-log.show\""))
            let export = try await workplace.demand(["access-log", "export", "--site", "north"])
            #expect(
                export.out.hasPrefix(
                    "arrival,at,actor,way,for,action,relation,target,ref,id,outcome,rows,reference\r\n"))
            #expect(export.out.contains(",access.break-glass,own-site,episode,E1,"))
            #expect(!export.out.contains("The carer rang"))
            let period = try await workplace.run(show + ["--from", "2026-03-02", "--to", "2026-03-01"])
            #expect(period.status == 64)
            #expect(
                try await workplace.demand(["access-log", "network", "--format", "json"]).out.contains("\"looks\""))
        }
    }

    @Test func `a colleague's family is noted once, and that nights found nothing is an empty list`() async throws {
        try await lend { workplace in
            let words = ["account", "relative", "boss", "--site", "north", "--episode", "E1"]
            #expect(
                try await workplace.demand(words).out == "account boss: is noted as of the family of E1\n")
            #expect(try await workplace.run(words).status == 65)
            try await workplace.demand(words + ["--end"])
            let alerts = try await workplace.demand(["access-log", "alerts", "--site", "north", "--format", "json"])
            #expect(alerts.out.contains("\"alerts\": []"))
        }
    }
}
