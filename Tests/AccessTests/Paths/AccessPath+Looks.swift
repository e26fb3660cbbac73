import Accounts
import EpisodeFixtures
import Intervention
import Practice
import Sites
import Vault

extension AccessPath {
    /// What is opened is shut again, so that it lets nobody in by another way.
    static let breakGlass: [AccessPath] = [
        .doing("opening", .family) { walker, family in
            _ = try await walker.practice.breakGlass(
                family.ref, at: family.site.code, because: "The child rang at night")
            try await walker.practice.closeGlass(family.ref, at: family.site.code)
        },
        .doing("shutting", .family) { walker, family in
            try await walker.practice.closeGlass(family.ref, at: family.site.code)
        },
    ]

    static let reviewGlass: [AccessPath] = [
        AccessPath("in the list", .family) { walker, family in
            try await walker.practice.openedRecords(at: family.site.code).contains { $0.episode == family.id }
        },
        .doing("looking into it", .family) { walker, family in
            try await walker.practice.reviewGlass(family.ref, openedBy: family.other, at: family.site.code)
        },
    ]

    static let showAccessLog: [AccessPath] =
        [
            .doing("alerts") { walker, family in try await walker.practice.accessAlerts(at: family.site.code) },
            .doing("all of it") { walker, family in
                try await walker.practice.accessLog(AccessLogQuestion(), at: family.site.code)
            },
        ]
        + questions.map { name, subject in
            AccessPath(name, .family) { walker, family in
                var question = AccessLogQuestion()
                question.subject = subject(family)
                return try await !walker.practice.accessLog(question, at: family.site.code).looks.isEmpty
            }
        }

    static let exportAccessLog: [AccessPath] = questions.map { name, subject in
        AccessPath(name, .family) { walker, family in
            var (question, looks) = (AccessLogQuestion(), 0)
            question.subject = subject(family)
            try await walker.practice.exportAccessLog(question, at: family.site.code) { looks += $0.looks.count }
            return looks > 0
        }
    }

    static let showNetworkLog: [AccessPath] = [
        .doing("the log") { walker, _ in try await walker.practice.networkLog(AccessLogQuestion()) }
    ]

    /// The ways in which looks at a family are asked for.
    private static let questions: [(String, @Sendable (AccessWorld.Family) -> AccessLogQuestion.Subject)] = [
        ("by the episode's reference", { .episode($0.ref) }),
        ("by the child's reference", { .child(.ref($0.childRef)) }),
        ("by the child's id", { .child(.id($0.child)) }), ("by the person", { .person(PersonID(child: $0.child)) }),
    ]
}
