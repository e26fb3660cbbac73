import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Testing
import Vault

/// What a person may see of what is kept of them.
@Suite struct SubjectAccessTests {
    /// Tables with rows of a site that are about no child: settings, staff, teams, nights, figures, accounts.
    private static let aboutNoChild: Set<String> = [
        "access.network_look", "access.seal", "access.site_grant", "duty.edition_proposal", "duty.measure_rater",
        "duty.measure_slot",
        "duty.night", "duty.quality", "exchange.import", "job.attempt", "job.lease", "job.occurrence", "job.outbox",
        "job.removal", "on_call.handover", "record.briefing", "record.licence_term", "record.on_call_spell",
        "record.team",
        "record.team_attendance", "record.team_session", "record.training", "retention.proposal", "site.configuration",
        "site.instrument_definition", "site.outlier", "site.outlier_step", "site.programme_review", "site.site",
        "site.team",
    ]

    @Test func `every table of a site is told of, left out with a reason, or about no child`() async throws {
        try await RetentionWorld.with { kept in
            let tables = try await kept.ask(
                """
                SELECT c.oid::regclass::text FROM pg_class AS c
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'site_id'
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text NOT IN ('door', 'schema')
                """)
            let unknown = Set(tables).subtracting(SubjectCatalogue.tables).subtracting(Self.aboutNoChild)
            #expect(unknown == [], "say in SubjectCatalogue what it is to the child")
            #expect(SubjectCatalogue.tables.subtracting(tables) == [], "there is no such table any more")
        }
    }

    private static func pack(
        _ kept: RetentionWorld, redactions: SubjectRedactions = SubjectRedactions(),
        making: (FixtureEpisode) async throws -> Void = { _ in }
    ) async throws -> SubjectPack {
        var episode = FixtureEpisode(from: try .day("2026-01-05"), through: try .day("2026-05-04"))
        episode.ref = EpisodeRef("E-1")
        episode.therapist = StaffCode("t-1")
        episode.interviews = [(on: try .day("2026-02-04"), score: try #require(AdherenceScore(decimal: "0.7")))]
        try await kept.world.record([episode], on: kept.site)
        try await kept.world.record(
            [FixtureSpell(.foster, try .day("2026-03-01"), until: try .day("2026-03-09"))], of: episode.child,
            on: kept.site)
        try await kept.practice("gov-1").hold(
            .id(episode.child), because: "A claim that Mrs Other brought", at: kept.site.code)
        try await making(episode)
        return try await kept.practice("gov-1").subjectAccess(
            of: .id(episode.child), at: kept.site.code, receivedOn: try .day("2026-05-31"), redactions: redactions)
    }

    @Test func `a pack has all that is kept, each part with its reason, and marks what is about others`() async throws {
        try await RetentionWorld.with { kept in
            let pack = try await Self.pack(kept) { episode in
                try await kept.world.transaction(in: kept.site) { transaction in
                    _ = try await kept.world.vault.record(
                        PersonChange(
                            values: [.name: "Robin Example"],
                            addresses: [
                                PersonChange.NewAddress(
                                    text: "1 Hidden Lane", isSensitive: true, from: nil, until: nil)
                            ]), of: PersonID(child: episode.child), site: kept.site.id, today: FixtureWorld.today,
                        in: transaction)
                }
            }
            let counts = Dictionary(uniqueKeysWithValues: pack.parts.map { ($0.key, $0.items.count) })
            #expect(counts["episodes"] == 1)
            #expect(counts["placements"] == 1)
            #expect(counts["interviews"] == 1)
            #expect(counts["holds"] == 1)
            #expect(counts["events"] == 9)
            #expect(pack.parts.allSatisfy { !$0.reason.isEmpty && !$0.items.isEmpty })
            let texts = pack.parts.flatMap(\.items).flatMap(\.fields).compactMap(\.value)
            #expect(texts.contains("Robin Example"))
            #expect(texts.contains("withheld"))
            #expect(!texts.contains { $0.contains("Hidden Lane") })
            #expect(texts.contains("A claim that Mrs Other brought"))
            let marks = pack.proposedRedactions
            #expect(marks.contains("# words.1: free words"))
            #expect(marks.contains("# assignments.1: names a member of staff"))
            #expect(marks.contains("/recordedby: names a member of staff"))
            #expect(pack.deadline.answerBy == (try .day("2026-06-30")))
            #expect(pack.deadline.extendedTo == (try .day("2026-08-31")))
        }
    }

    @Test func `what the list names is taken out and nothing else is`() async throws {
        let list = try SubjectRedactions(
            "# read by gov-1\n\nwords.1: names a third person\nassignments.1/therapist: staff\n")
        try await RetentionWorld.with { kept in
            let pack = try await Self.pack(kept, redactions: list)
            let items = Dictionary(
                pack.parts.flatMap(\.items).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            #expect(items["words.1"]?.fields.isEmpty == true)
            #expect(items["words.1"]?.redaction == "names a third person")
            let therapist = try #require(items["assignments.1"]?.fields.first { $0.name == "therapist" })
            #expect(therapist.value == nil)
            #expect(items["assignments.1"]?.fields.contains { $0.value != nil } == true)
            let texts = pack.parts.flatMap(\.items).flatMap(\.fields).compactMap(\.value)
            #expect(!texts.contains { $0.contains("Mrs Other") })
            #expect(items.values.filter { $0.redaction != nil }.count == 2)
        }
    }

    @Test func `a list that names what is not there, or cannot be read, is refused whole`() async throws {
        #expect(throws: SubjectRedactions.Flaw.badLine(2)) { try SubjectRedactions("words.1: a\nwords.2\n") }
        let list = try SubjectRedactions("words.9: nobody\n")
        try await RetentionWorld.with { kept in
            let refused = await #expect(throws: SubjectRedactions.Flaw.self) {
                _ = try await Self.pack(kept, redactions: list)
            }
            #expect(refused == .unknownItem("words.9"))
        }
    }

    @Test func `nothing of another child is in the pack`() async throws {
        try await RetentionWorld.with { kept in
            var other = FixtureEpisode(from: try .day("2026-01-06"), through: try .day("2026-05-05"))
            other.ref = EpisodeRef("E-OTHER")
            try await kept.world.record([other], on: kept.site)
            let pack = try await Self.pack(kept)
            let texts = pack.parts.flatMap(\.items).flatMap(\.fields).compactMap(\.value)
            #expect(!texts.contains { $0.contains("E-OTHER") || $0.contains(other.child.description) })
            #expect(!texts.contains { $0.contains(other.id.description) })
        }
    }
}
