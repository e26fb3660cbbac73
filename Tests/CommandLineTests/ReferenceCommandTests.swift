import FoundationEssentials
import Testing

struct ReferenceCommandTests {
    private struct Model: Decodable {
        struct Reason: Decodable {
            let id: String
            let group: String
            let title: String
        }
        let id: String
        let closureReasons: [Reason]
    }

    private func run(_ words: [String]) async throws -> Child.Outcome {
        try await Folder.lend { folder in
            let outcome = try await Child.run(words, in: folder)
            #expect(try folder.names == [".said"], "neither a database nor a home is needed")
            return outcome
        }
    }

    @Test func `model list names the compiled models and the declared ones after them`() async throws {
        let list = try await run(["model", "list"])
        #expect(list.status == 0)
        let ids = list.out.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").first }
        #expect(ids == ["mst", "mst-can", "mst-fit", "mst-e", "mst-psb"])
    }

    @Test func `model check passes for every model, and for one`() async throws {
        let all = try await run(["model", "check"])
        #expect(all.status == 0)
        #expect(all.out.split(separator: "\n").count == 5)
        let one = try await run(["model", "check", "mst-can"])
        #expect(one.status == 0)
        #expect(one.out == "mst-can version 1: keeps the laws\n")
    }

    @Test(arguments: ["mst", "mst-can", "mst-fit", "mst-e", "mst-psb"])
    func `model show gives closure reasons with their groups`(_ id: String) async throws {
        let shown = try await run(["model", "show", id, "--format", "json"])
        #expect(shown.status == 0)
        let model = try JSONDecoder().decode(Model.self, from: Data(shown.out.utf8))
        #expect(model.id == id)
        let groups = Set(model.closureReasons.map(\.group))
        #expect(groups == ["completed", "lack_of_engagement", "placed", "not_counted"])
        #expect(model.closureReasons.allSatisfy { !$0.id.isEmpty && !$0.title.isEmpty })
    }

    @Test func `model show speaks to people as well`() async throws {
        let shown = try await run(["model", "show", "mst-fit"])
        #expect(shown.status == 0)
        for title in ["Phases", "Closure reasons", "Outcomes", "Targets", "Instruments", "Parameters"] {
            #expect(shown.out.contains("\n\(title)\n"))
        }
    }

    @Test func `a model that does not exist is named with those that do`() async throws {
        let shown = try await run(["model", "show", "mst-xyz"])
        #expect(shown.status == 65)
        #expect(shown.err == "homeward: there is no model mst-xyz; there are mst, mst-can, mst-fit, mst-e, mst-psb\n")
        #expect(shown.out.isEmpty)
    }

    @Test func `codes prints every list, and one by its name or its column`() async throws {
        let all = try await run(["codes"])
        #expect(all.status == 0)
        let names = [
            "referral-source", "decline-reason", "ethnicity-wales", "closure-reason-mst-fit", "register-columns",
        ]
        for name in names {
            #expect(all.out.contains("\(name): "))
            let one = try await run(["codes", name])
            #expect(one.status == 0)
            #expect(all.out.contains(one.out))
        }
        let column = try await run(["codes", "referral_source"])
        #expect(column.out.hasPrefix("referral-source: "))
        let family = try await run(["codes", "ethnicity"])
        #expect(family.out.split(separator: "\n").filter { $0.hasPrefix("ethnicity-") }.count == 5)
    }

    @Test func `a list that does not exist is a mistake of usage that names the nearest`() async throws {
        let codes = try await run(["codes", "ethnicty"])
        #expect(codes.status == 64)
        #expect(codes.err.contains("did you mean ethnicity?"))
    }
}
