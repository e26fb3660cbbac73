import Testing
import Vault

@Suite struct FoldedNameTests {
    @Test(arguments: [
        ("Zoë Müller", ["zoe", "muller"]), ("ZOË MÜLLER", ["zoe", "muller"]),
        ("O'Brien", ["obrien", "o", "brien"]), ("O\u{2019}Brien", ["obrien", "o", "brien"]),
        ("Ó Súilleabháin", ["o", "suilleabhain"]), ("Smith-Jones", ["smith", "jones"]),
        ("Łukasz Żółć", ["lukasz", "zolc"]), ("Søren Ægir Weiß", ["soren", "aegir", "weiss"]),
        ("Nguyễn Thị", ["nguyen", "thi"]), ("e\u{301}lodie", ["elodie"]), ("  Ada   Ada ", ["ada"]),
        ("ﬁona", ["fiona"]), ("محمد", ["محمد"]), ("", []), ("- '", []),
    ])
    func `a name is compared without case, marks, apostrophes and hyphens`(name: String, parts: [String]) {
        #expect(FoldedName.parts(of: name) == parts)
    }

    @Test func `what is looked for keeps an apostrophe's parts together`() {
        #expect(FoldedName.wanted(in: "o'brien, Zoë") == ["obrien", "zoe"])
    }
}

@Suite struct NumberTests {
    @Test(arguments: ["943 476 5919", "9434765919", "943-476-5919", "401 023 2137"])
    func `an NHS number is taken as people write it`(text: String) throws {
        #expect(try NHSNumber(text).digits == text.filter(\.isNumber))
    }

    @Test func `every slip of one digit, and of two that changed places, is noticed`() throws {
        let digits = Array("9434765919")
        for place in digits.indices {
            for other in "0123456789" where other != digits[place] {
                var slip = digits
                slip[place] = other
                #expect(throws: ParticularFault.nhsNumberCheck) { try NHSNumber(String(slip)) }
            }
            guard place + 1 < digits.count, digits[place] != digits[place + 1] else { continue }
            var slip = digits
            slip.swapAt(place, place + 1)
            #expect(throws: ParticularFault.nhsNumberCheck) { try NHSNumber(String(slip)) }
        }
    }

    @Test(arguments: ["", "943476591", "94347659190", "943476591X", "٩٤٣٤٧٦٥٩١٩"])
    func `an NHS number has ten digits`(text: String) {
        #expect(throws: ParticularFault.nhsNumberForm) { try NHSNumber(text) }
    }

    @Test func `a pupil number's letter is checked, and the slip in a known example is not made again`() throws {
        // `uk.md` 6: the number that help pages give with Q comes to P.
        #expect(try PupilNumber("p207000016049").text == "P207000016049")
        #expect(throws: ParticularFault.upnCheck) { try PupilNumber("Q207000016049") }
        #expect(throws: ParticularFault.upnForm) { try PupilNumber("I207000016049") }
        #expect(throws: ParticularFault.upnForm) { try PupilNumber("P20700001604") }
        #expect(throws: ParticularFault.upnForm) { try PupilNumber("P2070A0016049") }
    }

    @Test func `nothing that holds a particular prints it`() throws {
        let number = try NHSNumber("943 476 5919")
        var particulars = Particulars()
        particulars.name = "Ada Invented"
        particulars.nhsNumber = number
        let change = PersonChange(values: [.name: "Ada Invented"])
        for value: Any in [number, particulars, change, [particulars], try PupilNumber("P207000016049")] {
            var dumped = ""
            dump(value, to: &dumped)
            for shown in [String(describing: value), String(reflecting: value), dumped] {
                #expect(!shown.contains("Ada") && !shown.contains("943476") && !shown.contains("P2070"))
            }
        }
    }
}
