import EpisodeStore
import Intervention

/// The codes of an invented site. They are put together from letters, digits and hyphens, so each is one.
enum Codes {
    static func site(_ number: Int) -> SiteCode { code("sim-\(padded(number, to: 2))") }

    static func team(_ model: ModelID, _ number: Int?) -> TeamCode {
        let stem = String(model.text.filter { $0 != "_" }.prefix(24))
        return code(number.map { "\(stem)-\($0)" } ?? stem)
    }

    static func therapist(_ team: TeamCode, _ number: Int) -> Author { author("\(team.text.prefix(26)).t\(number)") }

    static func supervisor(_ team: TeamCode) -> Author { author("\(team.text.prefix(26)).s") }

    static func family(_ number: Int) -> HouseholdRef { code("f\(number)") }

    static func child(_ family: Int, _ number: Int) -> ChildRef { code("c\(family)-\(number)") }

    static func episode(_ family: Int, _ child: Int, _ number: Int) -> EpisodeRef {
        code("e\(family)-\(child)-\(number)")
    }

    static let interviewer = author("interviewer")
    static let callCentre = author("call-centre")
    static let office = author("office")

    private static func author(_ text: String) -> Author { Author(code(text)) }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func code<Thing>(_ text: String) -> SiteGiven<Thing> {
        guard let code = SiteGiven<Thing>(text) else { preconditionFailure("'\(text)' is a code") }
        return code
    }
}
