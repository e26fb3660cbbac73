import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Testing
import Vault

@testable import Sites

@Suite struct EpisodeMoveTests {
    private let today = FixtureWorld.today

    /// A family that started 20 days ago under the first version of its model and the first settings.
    private func withFamily(_ body: (SiteWorld, Site, EpisodeRef) async throws -> Void) async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.north(SiteWorld.licence))
            let north = try #require(try await world.site())
            let ref = try #require(EpisodeRef("E-1"))
            var episode = FixtureEpisode(referredOn: today.adding(days: -20))
            episode.ref = ref
            episode.decision = (.accepted, episode.referredOn)
            episode.startedOn = episode.referredOn
            try await world.record(episode, at: north)
            try await body(world, north, ref)
        }
    }

    @Test func `a preview says which values change and what is owed then, and changes nothing`() async throws {
        try await withFamily { world, north, ref in
            let later = try LaterModel(world.fixtures.models.newest("mst"), contactGapMost: 21)
            let next = try world.upgraded(with: later)
            let request = EpisodeMoveRequest(because: .newModelVersion)
            let preview = try await next.practice.preview(moving: ref, at: north.code, request)
            #expect(preview.from.version == ModelVersion(1))
            #expect(preview.to.version == ModelVersion(2))
            #expect(preview.differences.map(\.key) == [.contactGapMost])
            #expect(preview.differences.first?.after == .whole(21))
            #expect(preview.alertsGone.map(\.code) == ["no-contact"])
            // Too few contacts are told where the gap itself is not.
            #expect(preview.alertsNew.map(\.code) == ["few-contacts"])
            #expect(preview.misfits == [])
            #expect(try await next.practice.episode(ref, at: north.code).model.version == ModelVersion(1))
            try await next.practice.move(ref, at: north.code, request, asShown: preview.token)
            let sheet = try await next.practice.episode(ref, at: north.code)
            #expect(sheet.model.version == ModelVersion(2))
            #expect(sheet.facts.settingsDay == today)
            #expect(!sheet.alerts.contains { $0.code == "no-contact" })
        }
    }

    @Test func `what was so before a move stays so, under the versions of that day`() async throws {
        try await withFamily { world, north, ref in
            let before = today.adding(days: -1)
            let duties = try await world.practice.duties(at: north.code, on: before)
            #expect(duties.episodes.first?.alerts.map(\.code).contains("no-contact") == true)
            let later = try LaterModel(world.fixtures.models.newest("mst"), contactGapMost: 21)
            let next = try world.upgraded(with: later)
            let request = EpisodeMoveRequest(because: .newModelVersion)
            let preview = try await next.practice.preview(moving: ref, at: north.code, request)
            try await next.practice.move(ref, at: north.code, request, asShown: preview.token)
            let sheet = try await next.practice.episode(ref, at: north.code, on: before)
            #expect(sheet.model.version == ModelVersion(1))
            #expect(sheet.settingsDay == today.adding(days: -20))
            #expect(try await next.practice.episode(ref, at: north.code, on: today).model.version == ModelVersion(2))
            #expect(try await next.practice.duties(at: north.code, on: before) == duties)
        }
    }

    @Test func `on a day before its referral there is no episode to show`() async throws {
        try await withFamily { world, north, ref in
            let referred = today.adding(days: -20)
            let first = try await world.practice.episode(ref, at: north.code, on: referred)
            #expect(first.day == referred)
            let early = await #expect(throws: PracticeFault.self) {
                _ = try await world.practice.episode(ref, at: north.code, on: referred.adding(days: -1))
            }
            #expect(
                early?.description
                    == "E-1 was referred on \(referred); on \(referred.adding(days: -1)) there was nothing to show")
        }
    }

    @Test func `an episode has the values of the day that it moved`() async throws {
        try await withFamily { world, north, ref in
            try await world.apply(try world.north(SiteWorld.licence + world.caseload([(5, today)])))
            let request = EpisodeMoveRequest(because: .newSettings, note: "agreed with the expert")
            let preview = try await world.practice.preview(moving: ref, at: north.code, request)
            try await world.practice.move(ref, at: north.code, request, asShown: preview.token)
            let sheet = try await world.practice.episode(ref, at: north.code)
            #expect(sheet.settings == SettingsVersion(2))
            let most = try await world.practice.withSite(north.code, for: .verify, access: .readOnly) { session in
                let state = try await session.store.load(
                    sheet.id, in: EpisodeStream.self, site: north.id, session.transaction)
                return try state.flatMap { try session.rules.pinned($0) }?.settings.whole(.caseloadMost)
            }
            #expect(most == 5)
        }
    }

    @Test func `what is there already, is not there, or never was, is refused`() async throws {
        try await withFamily { world, north, ref in
            await #expect(throws: Refusal.notMovable) {
                _ = try await world.practice.preview(moving: ref, at: north.code, EpisodeMoveRequest(because: .mistake))
            }
            let model = EpisodeMoveRequest(model: ModelVersion(7), because: .newModelVersion)
            let missing = await #expect(throws: PracticeFault.self) {
                _ = try await world.practice.preview(moving: ref, at: north.code, model)
            }
            #expect(missing?.description == "mst has no version 7; there is 1")
            let settings = EpisodeMoveRequest(settings: SettingsVersion(9), because: .newSettings)
            let never = await #expect(throws: PracticeFault.self) {
                _ = try await world.practice.preview(moving: ref, at: north.code, settings)
            }
            #expect(never?.description == "the site has no settings of version 9; the newest are version 1")
            let unknown = try #require(EpisodeRef("E-9"))
            let nobody = await #expect(throws: PracticeFault.self) {
                _ = try await world.practice.episode(unknown, at: north.code)
            }
            #expect(nobody?.description == "the site has no episode E-9")
        }
    }

    @Test func `a move that is no longer the one that was previewed is refused`() async throws {
        try await withFamily { world, north, ref in
            try await world.apply(try world.north(SiteWorld.licence + world.caseload([(5, today)])))
            let request = EpisodeMoveRequest(because: .newSettings)
            func refused(_ token: EpisodeMoveToken) async throws {
                let fault = await #expect(throws: PracticeFault.self) {
                    try await world.practice.move(ref, at: north.code, request, asShown: token)
                }
                #expect(fault?.description.contains("preview it again") == true, "\(String(describing: fault))")
                #expect(try await world.practice.episode(ref, at: north.code).settings == SettingsVersion(1))
            }
            let first = try await world.practice.preview(moving: ref, at: north.code, request).token
            #expect(EpisodeMoveToken(first.description) == first)
            let episode = try await world.practice.episode(ref, at: north.code).id
            let contact = Contact(id: .random(), mode: .homeVisit, party: .family)
            try await world.practice.record(
                [Engine.Entry(.recordContact(contact), on: today)], to: episode, at: north.code)
            try await refused(first)
            let second = try await world.practice.preview(moving: ref, at: north.code, request).token
            try await world.apply(try world.north(SiteWorld.licence + world.caseload([(4, today.adding(days: 1))])))
            try await refused(second)
            let third = try await world.practice.preview(moving: ref, at: north.code, request).token
            world.fixtures.clock.advance(seconds: 86_400)
            try await refused(third)
            let last = try await world.practice.preview(moving: ref, at: north.code, request)
            try await world.practice.move(ref, at: north.code, request, asShown: last.token)
            #expect(try await world.practice.episode(ref, at: north.code).settings == SettingsVersion(3))
        }
    }

    @Test func `an episode goes back to an older version only because of a mistake`() async throws {
        try await withFamily { world, north, ref in
            try await world.apply(try world.north(SiteWorld.licence + world.caseload([(5, today)])))
            func move(_ settings: Int32, _ reason: ModelMove.Reason) async throws {
                let request = EpisodeMoveRequest(settings: SettingsVersion(settings), because: reason)
                let preview = try await world.practice.preview(moving: ref, at: north.code, request)
                try await world.practice.move(ref, at: north.code, request, asShown: preview.token)
            }
            try await move(2, .newSettings)
            let fault = await #expect(throws: PracticeFault.self) { try await move(1, .newSettings) }
            #expect(
                fault?.description
                    == "version 1 of mst with settings 1 is older than version 1 with settings 2, under which the "
                    + "episode runs; it goes back only because of a mistake")
            try await move(1, .mistake)
            #expect(try await world.practice.episode(ref, at: north.code).settings == SettingsVersion(1))
        }
    }
}
