import CivilDate
import Intervention
import StandardMST
import Testing

@testable import Sites

@Suite struct SiteSettingsTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func settings(_ entries: [(key: ParameterKey, value: String, from: String)]) throws -> SiteSettings {
        SiteSettings(
            version: SettingsVersion(3),
            try entries.map {
                SiteSetting(model: "mst", key: $0.key, written: $0.value, from: try day($0.from), reason: "tried")
            })
    }

    private func most(_ settings: SiteSettings, on text: String) throws -> Int? {
        try settings.settings(of: StandardMST(), on: day(text)).whole(.caseloadMost)
    }

    @Test func `of each parameter the latest entry that has begun holds, and the standard before the first`() throws {
        let settings = try settings([
            (.caseloadMost, "4", "2025-04-01"), (.caseloadMost, "5", "2024-04-01"), (.leastAge, "12", "2025-01-01"),
        ])
        #expect(try most(settings, on: "2024-03-31") == 6)
        #expect(try most(settings, on: "2024-04-01") == 5)
        #expect(try most(settings, on: "2025-03-31") == 5)
        #expect(try most(settings, on: "2025-04-01") == 4)
        let later = try settings.settings(of: StandardMST(), on: day("2025-04-01"))
        #expect(later.whole(.leastAge) == 12)
        #expect(later.version == SettingsVersion(3))
    }

    @Test func `days between two changes are one stretch`() throws {
        let settings = try settings([(.caseloadMost, "5", "2024-04-01"), (.leastAge, "12", "2025-01-01")])
        func stretch(_ text: String) throws -> CivilDate? { settings.stretch(of: "mst", on: try day(text)) }
        #expect(try stretch("2024-03-31") == nil)
        #expect(try stretch("2024-04-01") == stretch("2024-12-31"))
        #expect(try stretch("2025-01-01") == (try day("2025-01-01")))
        #expect(settings.stretch(of: "mst-can", on: try day("2026-01-01")) == nil)
    }

    @Test func `a parameter that a version of the model no longer has is left out, a value that it forbids is refused`()
        throws
    {
        let gone = try settings([("gone", "1", "2024-04-01")])
        #expect(try most(gone, on: "2025-01-01") == 6)
        let forbidden = try settings([(.caseloadMost, "60", "2024-04-01")])
        #expect(throws: SettingsFault.self) { try most(forbidden, on: "2025-01-01") }
        #expect(try most(forbidden, on: "2024-01-01") == 6, "before it begins it says nothing")
    }

    @Test func `a change is told from the first day on which another value holds`() throws {
        let models = try ModelRegistry([StandardMST()])
        let old = try settings([(.caseloadMost, "5", "2024-04-01")])
        let new = try settings([(.caseloadMost, "5", "2024-04-01"), (.caseloadMost, "4", "2026-01-01")])
        let changes = SettingChange.list(from: old, to: new, of: models)
        #expect(changes.map(\.from) == [try day("2026-01-01")])
        #expect(changes.first?.description.contains("caseload-most of mst is 4 families instead of 5") == true)
        let back = SettingChange.list(from: new, to: old, of: models)
        #expect(back.map(\.new) == [.whole(5)])
        #expect(back.first?.reason == "tried", "the earlier entry holds again")
        #expect(SettingChange.list(from: old, to: try settings([]), of: models).map(\.new) == [.whole(6)])
        let renamed = try settings([(.caseloadMost, "5", "2024-01-01"), (.caseloadMost, "5", "2024-04-01")])
        #expect(SettingChange.list(from: old, to: renamed, of: models).map(\.from) == [try day("2024-01-01")])
    }

    @Test func `the site's consent rule holds for every model, unless an entry says otherwise from a day on`() throws {
        let entry = SiteSetting(
            model: "mst", key: .consentRule, written: "one-carer", from: try day("2025-01-06"), reason: "tried")
        let settings = SiteSettings(version: SettingsVersion(1), [entry], consent: .carersAndChild)
        let before = try settings.settings(of: StandardMST(), on: day("2025-01-05"))
        #expect(before.choice(.consentRule) == "carers-and-child")
        let after = try settings.settings(of: StandardMST(), on: day("2025-01-06"))
        #expect(after.choice(.consentRule) == "one-carer")
    }
}
