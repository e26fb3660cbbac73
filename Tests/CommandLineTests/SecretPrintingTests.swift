import Testing

struct SecretPrintingTests {
    private static let secret = "hush-hush-7"

    static let strings = [
        "host=/nowhere dbname=x user=u password=\(secret)",
        "postgresql://u:\(secret)@/x?host=/nowhere",
        "host=/nowhere password='\(secret)",
        "password=\(secret)",
    ]

    @Test(arguments: strings)
    func `a connection string is never repeated, whatever goes wrong`(_ string: String) async throws {
        try await Folder.lend { folder in
            try folder.write("episode_ref\n", to: "r.csv")
            let commands = [
                ["migrate"], ["site", "list"], ["verify"], ["cluster", "start"], ["config", "show", "--origin"],
                ["import", "register", "r.csv", "--site", "x"], ["model", "list", "--database", string],
                ["verify", string], ["verify", "--database=\(string)", "--nonsense"],
            ]
            for words in commands {
                let outcome = try await Child.run(words, in: folder, environment: ["HOMEWARD_DATABASE": string])
                #expect(!(outcome.out + outcome.err).contains("hush"), "\(words)")
                let flagged = try await Child.run(words + ["--database", string], in: folder)
                #expect(!(flagged.out + flagged.err).contains("hush"), "\(words)")
            }
        }
    }
}
