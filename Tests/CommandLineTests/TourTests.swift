import Testing

/// The README's tour, run as it is written.
struct TourTests {
    /// A command of the tour and the lines that the README says it prints.
    struct Step {
        var words: [String]
        var lines: [String] = []
    }

    private func steps() throws -> [Step] {
        let readme = try repository.text(of: "README.md")
        let tour = readme.split(separator: "## A tour\n")[1].split(separator: "Before a file changes anything")[0]
        return tour.split(separator: "\n").filter { $0.hasPrefix("    ") }.reduce(into: []) { steps, line in
            let text = line.dropFirst(4)
            if text.hasPrefix("$ homeward ") {
                steps.append(Step(words: text.dropFirst("$ homeward ".count).split(separator: " ").map(String.init)))
            } else {
                steps[steps.count - 1].lines.append(String(text))
            }
        }
    }

    @Test func `the tour prints what the README says`() async throws {
        let steps = try steps()
        #expect(
            steps.map { $0.words[0] } == [
                "cluster", "migrate", "site", "import", "import", "import", "import", "report", "report", "verify",
            ])
        try await Workplace.lendEmpty { workplace, home in
            for folder in ["config/sites", "docs"] { _ = try workplace.folder.make(folder) }
            let lists = ["register", "interviews", "placements", "provision"].map { "docs/demo-north-\($0).csv" }
            for file in ["config/sites/demo-north.yaml"] + lists {
                try workplace.folder.write(repository.text(of: file), to: file)
            }
            for step in steps {
                let outcome = try await workplace.demand(step.words)
                let printed = (outcome.err + outcome.out).replacing(home, with: "/srv/demo/.homeward")
                    .replacing(#/process \d+/#, with: "process 4711").split(separator: "\n").map(String.init)
                // What stands in two streams is compared without the order between them; `...` leaves lines out.
                for line in step.lines where line != "..." {
                    #expect(printed.contains { $0.trimmed == line.trimmed }, "\(step.words): \(line)")
                }
                if !step.lines.contains("...") { #expect(printed.count == step.lines.count, "\(printed)") }
            }
        }
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmed: Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}
