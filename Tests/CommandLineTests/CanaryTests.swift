import Testing

/// A thousand people whose particulars stand nowhere in the clear (S23).
@Suite struct CanaryTests {
    /// One particular of each of many people, none of which occurs by chance.
    private static func particulars(_ number: Int) -> (text: String, marks: [String]) {
        let name = "Qx\(letters(number))zq Vy\(letters(number * 7 + 13))wk"
        let nhs = nhsNumber(400_000_000 + number * 7_919)
        let street = "\(number) Xylo\(letters(number))phon Parade"
        let mail = "canary\(number)q@zq.example"
        return (
            "name: \(name)\nnhs-number: \(nhs)\nemail: \(mail)\nsensitive-address: \(street)\n",
            [name, nhs, street, mail]
        )
    }

    private static func letters(_ number: Int) -> String {
        let alphabet = Array("bcdfghjklmnprstv")
        return String((0..<4).map { alphabet[(number >> (4 * $0)) & 15] })
    }

    private static func nhsNumber(_ first: Int) -> String {
        for candidate in first... {
            let digits = "\(candidate)".compactMap(\.wholeNumberValue)
            let sum = zip(digits, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
            let check = (11 - sum % 11) % 11
            if check < 10 { return "\(candidate)\(check)" }
        }
        return ""
    }

    @Test func `of a thousand people no name, number, mail or street is in a dump, a data file, the WAL or a log`()
        async throws
    {
        try await Workplace.lendDurable { workplace in
            try await workplace.applySite()
            var marks: [String] = []
            try await CanaryPeople.record(1_000, in: workplace) { number in
                let (text, own) = Self.particulars(number)
                marks += own
                return text
            }
            #expect(Set(marks).count == 4_000)
            let home = try #require(workplace.environment["HOMEWARD_HOME"])
            let taken = try workplace.folder.make("taken")
            let list = try workplace.folder.make("list")
            try await CanaryPeople.dump(workplace, to: taken["before.sql"])
            #expect(try taken.text(of: "before.sql").utf8.count > 1_000_000)
            let places = [home, taken.path, workplace.folder[".said"]]
            #expect(try await Haystack.found(marks, below: places, listedIn: list) == [])
            // What is planted in clear is found by this very search: in the files of the server, and in a dump.
            let planted = "Qxplantedzq Vyinclearwk"
            try await CanaryPeople.plant(planted, in: workplace)
            try await CanaryPeople.dump(workplace, to: taken["after.sql"])
            for place in ["\(home)/cluster", taken.path] {
                #expect(try await Haystack.found([planted], below: [place], listedIn: list) == [planted])
            }
        }
    }
}
