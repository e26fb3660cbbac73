import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Sites
import Vault

extension AccessPath {
    private static let today = FixtureWorld.today

    private static func allocation(_ family: AccessWorld.Family) -> [Engine.Entry<EpisodeCommand>] {
        [.init(.allocate(Allocation(team: family.team.id, therapist: family.therapist)), on: today)]
    }

    private static func placement() -> [Engine.Entry<ChildCommand>] {
        [.init(.startPlacement(Placement(id: .fresh(), setting: .home)), on: today)]
    }

    static let showEpisode: [AccessPath] = [
        AccessPath("by reference", .family) { walker, family in
            try await walker.practice.episode(family.ref, at: family.site.code).id == family.id
        },
        AccessPath("by reference on another day", .family) { walker, family in
            try await walker.practice.episode(family.ref, at: family.site.code, on: today.adding(days: -1)).id
                == family.id
        },
        .doing("a letter about it", .family) { try await $0.practice.familyLetter(about: $1.ref, at: $1.site.code) },
        .doing("its facts", .family) { try await $0.practice.facts(of: $1.ref, at: $1.site.code) },
        .doing("its events", .family) { try await $0.practice.events(of: $1.ref, at: $1.site.code) },
        .doing("its child", .family) { try await $0.practice.child(.ref($1.childRef), at: $1.site.code) },
        .doing("its child by id", .family) { try await $0.practice.child(.id($1.child), at: $1.site.code) },
        .doing("its child's events", .family) { walker, family in
            try await walker.practice.events(of: ChildNaming.ref(family.childRef), at: family.site.code)
        },
        AccessPath("in the caseload", .family) { walker, family in
            try await walker.practice.caseload(CaseloadQuestion(atMost: 500), at: family.site.code).episodes
                .contains { $0.id == family.id }
        },
    ]

    static let recordEpisode: [AccessPath] = [
        .doing("recording", .family) { walker, family in
            try await walker.practice.record(allocation(family), to: family.id, at: family.site.code)
        },
        // Whoever is let in is told that the episode has another version.
        .doing("recording once", .family) { walker, family in
            try await walker.practice.recordOnce(
                .allocate(family.team.code, therapist: family.therapist), on: today, in: family.ref,
                seen: .beforeFirst, as: KeyedWrite(key: "key", request: "request"), at: family.site.code)
        },
    ]

    static let correctEpisode: [AccessPath] = [
        .doing("correcting the episode", .family) { walker, family in
            let correction = Correction<EpisodeCommand>(cause: .entryError, withdrawals: [StreamSeq(99)])
            try await walker.practice.correct(correction, of: family.id, at: family.site.code)
        },
        .doing("correcting the episode once", .family) { walker, family in
            try await walker.practice.correctOnce(
                CorrectionWish<EpisodeWrite>(
                    cause: .entryError, note: nil, replacements: [], withdrawals: [StreamSeq(99)]),
                of: family.ref, seen: .beforeFirst, as: KeyedWrite(key: "correct", request: "request"),
                at: family.site.code)
        },
        .doing("correcting the child once", .family) { walker, family in
            try await walker.practice.correctOnce(
                CorrectionWish<ChildCommand>(
                    cause: .entryError, note: nil, replacements: [], withdrawals: [StreamSeq(99)]),
                of: .ref(family.childRef), seen: .beforeFirst, as: KeyedWrite(key: "correct", request: "request"),
                at: family.site.code)
        },
        .doing("correcting the child", .family) { walker, family in
            let correction = Correction<ChildCommand>(cause: .entryError, withdrawals: [StreamSeq(99)])
            try await walker.practice.correct(correction, of: family.child, at: family.site.code)
        },
        .doing("taking a death back", .family) { walker, family in
            try await walker.practice.correctDeath(
                of: .ref(family.childRef), to: nil, because: .entryError, at: family.site.code)
        },
    ]

    static let moveEpisode: [AccessPath] = [
        .doing("previewing", .family) { walker, family in
            try await walker.practice.preview(
                moving: family.ref, at: family.site.code, EpisodeMoveRequest(because: .mistake))
        },
        .doing("moving once", .family) { walker, family in
            guard let token = EpisodeMoveToken("1.1.1.2026-01-01") else { return }
            _ = try await walker.practice.moveOnce(
                family.ref, EpisodeMoveRequest(because: .mistake), asShown: token, seen: .beforeFirst,
                as: KeyedWrite(key: "move", request: "request"), at: family.site.code)
        },
        .doing("moving", .family) { walker, family in
            guard let token = EpisodeMoveToken("1.1.1.2026-01-01") else { return }
            try await walker.practice.move(
                family.ref, at: family.site.code, EpisodeMoveRequest(because: .mistake), asShown: token)
        },
    ]

    static let reallocate: [AccessPath] = [
        AccessPath("among those to be handed over", .family) { walker, family in
            let sheet = try await walker.practice.reallocation(
                ReallocationWish(of: family.therapist, in: family.team.code), at: family.site.code)
            return sheet.families.contains { $0.ref == family.ref }
        }
    ]

    static let countersignModule: [AccessPath] = [
        // Whoever is let in is told that the episode has another version.
        .doing("signing once", .family) { walker, family in
            try await walker.practice.recordOnce(
                .countersign(.fresh()), on: today, in: family.ref, seen: .beforeFirst,
                as: KeyedWrite(key: "sign", request: "request"), at: family.site.code)
        }
    ]

    static let recordChild: [AccessPath] = [
        .doing("recording once", .family) { walker, family in
            try await walker.practice.recordOnce(
                .recordSchoolStatus(.attending), on: today, of: .ref(family.childRef), seen: .beforeFirst,
                as: KeyedWrite(key: "child", request: "request"), at: family.site.code)
        },
        .doing("recording", .family) { walker, family in
            try await walker.practice.record(placement(), to: family.child, at: family.site.code)
        },
        // Whoever is let in is told that the day has not come: the child lives on for the other ways.
        .doing("a death by id", .family) { walker, family in
            try await walker.practice.recordDeath(
                Death(), of: .id(family.child), on: today.adding(days: 400), at: family.site.code)
        },
        .doing("a death by reference", .family) { walker, family in
            try await walker.practice.recordDeath(
                Death(), of: .ref(family.childRef), on: today.adding(days: 400), at: family.site.code)
        },
    ]

    static let showDuties: [AccessPath] = [
        AccessPath("in the list of the site", .family) { walker, family in
            try await walker.practice.duties(at: family.site.code).episodes.contains { $0.id == family.id }
        },
        AccessPath("in the list of the team", .family) { walker, family in
            try await walker.practice.duties(at: family.site.code, of: family.team.code).episodes
                .contains { $0.id == family.id }
        },
    ]

    static let search: [AccessPath] = [
        AccessPath("among the families found", .person) { walker, family in
            try await walker.practice.findFamilies(family.ref.text, at: family.site.code).families
                .contains { $0.episode == family.id }
        },
        AccessPath("by name", .person) { walker, family in
            try await walker.practice.search("Invented", at: family.site.code).hits
                .contains { $0.person == PersonID(child: family.child) }
        },
        AccessPath("by number", .person) { walker, family in
            try await walker.practice.search(family.number, at: family.site.code).hits
                .contains { $0.person == PersonID(child: family.child) }
        },
    ]

    static let showPerson: [AccessPath] = [
        AccessPath("by the child's reference", .person) { walker, family in
            try await walker.practice.person(.child(family.childRef), at: family.site.code).ref == family.childRef
        },
        AccessPath("by id", .person) { walker, family in
            let target = PersonTarget.person(PersonID(child: family.child))
            return try await walker.practice.person(target, at: family.site.code).ref == family.childRef
        },
    ]

    static let recordPerson: [AccessPath] = [
        .doing("by the child's reference", .person) { walker, family in
            try await walker.practice.recordPerson(.child(family.childRef), change("1"), at: family.site.code)
        },
        .doing("by id", .person) { walker, family in
            try await walker.practice.recordPerson(
                .person(PersonID(child: family.child)), change("2"), at: family.site.code)
        },
        .doing("as a new relative", .person) { walker, family in
            try await walker.practice.recordPerson(
                .family(of: .ref(family.childRef), .mother), change("3"), at: family.site.code)
        },
    ]

    private static func change(_ digit: String) -> PersonChange {
        PersonChange(values: [.name: "Eve Elsewhere", .telephone: "0163296000\(digit)"])
    }

    static let holdRecord: [AccessPath] = [
        .doing("holding by id", .family) { walker, family in
            try await walker.practice.hold(.id(family.child), because: "A claim", at: family.site.code)
        },
        .doing("holding by reference", .family) { walker, family in
            try await walker.practice.hold(.ref(family.childRef), because: "A claim", at: family.site.code)
        },
        .doing("releasing by id", .family) { walker, family in
            try await walker.practice.release(.id(family.child), at: family.site.code, dryRun: true)
        },
    ]

    static let subjectAccess: [AccessPath] = [
        .doing("by id", .family) { walker, family in
            try await walker.practice.subjectAccess(of: .id(family.child), at: family.site.code)
        },
        .doing("by reference", .family) { walker, family in
            try await walker.practice.subjectAccess(of: .ref(family.childRef), at: family.site.code)
        },
    ]

    static let showRetention: [AccessPath] = [
        AccessPath("in the list", .family) { walker, family in
            try await walker.practice.retention(at: family.site.code).entries.contains { $0.child == family.child }
        }
    ]

    static let barPerson: [AccessPath] = [
        .doing("barring", .family) { walker, family in
            try await walker.accounts.tie(family.other, by: .bar, to: family.ref, at: family.site.code)
        },
        .doing("lifting", .family) { walker, family in
            try await walker.accounts.tie(family.other, by: .bar, to: family.ref, at: family.site.code, end: true)
        },
    ]
}
