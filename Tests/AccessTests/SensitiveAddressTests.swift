import EpisodeFixtures
import Intervention
import Practice
import Testing
import Vault

/// Where somebody lives whom nobody may find is told by no way that there is.
@Suite struct SensitiveAddressTests {
    private static let hidden = ["2 Refuge Road", "9 Secret Lane"]

    /// A child and its mother with sensitive addresses, and the father, who has an ordinary one.
    private static func family(_ world: PeopleWorld) async throws -> (child: ChildRef, all: [PersonID]) {
        let child = try await world.record("name: Ada Invented\nsensitive-address: \(hidden[0])", of: "C-1")
        let ref = try #require(ChildRef("C-1"))
        let mother = try await world.practice.recordPerson(
            .family(of: .ref(ref), .mother),
            ParticularsText.read("name: Eve Invented\nsensitive-address: \(hidden[1])"),
            at: world.site.code)
        let father = try await world.practice.recordPerson(
            .family(of: .ref(ref), .father), ParticularsText.read("name: Cain Invented\naddress: 1 Old Street"),
            at: world.site.code)
        return (ref, [child, mother, father])
    }

    private static func texts(_ sheet: PersonSheet) -> [String] {
        sheet.addresses.compactMap(\.text) + sheet.relatives.compactMap(\.name)
            + [sheet.particulars.name, sheet.particulars.telephone, sheet.particulars.email].compactMap { $0 }
    }

    private static func isHidden(_ texts: [String]) -> Bool {
        !texts.contains { text in hidden.contains { text.contains($0) } }
    }

    @Test func `nobody's sheet tells it, the person's own, the child's or the other carer's`() async throws {
        try await PeopleWorld.with { world in
            let (ref, people) = try await Self.family(world)
            var sheets = [try await world.practice.person(.child(ref), at: world.site.code)]
            for person in people {
                sheets.append(try await world.practice.person(.person(person), at: world.site.code))
            }
            for sheet in sheets { #expect(Self.isHidden(Self.texts(sheet))) }
            #expect(sheets.last.map { Self.texts($0) }?.contains("1 Old Street") == true)
        }
    }

    @Test func `no search finds or shows it`() async throws {
        try await PeopleWorld.with { world in
            _ = try await Self.family(world)
            for text in Self.hidden + ["Refuge", "Secret", "Road"] {
                #expect(try await world.practice.search(text, at: world.site.code).hits == [])
            }
            let hits = try await world.practice.search("Invented", at: world.site.code).hits
            #expect(hits.count == 3)
            var shown = ""
            dump(hits, to: &shown)
            #expect(Self.isHidden([shown]))
        }
    }

    @Test func `what somebody is given of all that is kept says that there is one and not where`() async throws {
        try await PeopleWorld.with { world in
            let (ref, _) = try await Self.family(world)
            let pack = try await world.practice.subjectAccess(of: .ref(ref), at: world.site.code)
            let texts = pack.parts.flatMap(\.items).flatMap(\.fields).compactMap(\.value)
            #expect(texts.contains("Ada Invented"))
            #expect(texts.contains("withheld"))
            #expect(Self.isHidden(texts))
        }
    }
}
