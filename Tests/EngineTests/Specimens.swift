import CivilDate
import EpisodeEngine
import Intervention

/// One event of every kind and shape.
enum Specimens {
    static var episode: [EpisodeEvent] {
        let bare = Referral(child: Tale.child, ref: nil, model: "mst", team: Tale.team)
        let threshold = AdherenceThreshold(score: score("0.61"), comparison: .atLeast)
        var refused = interview(2)
        refused.result = .refused
        refused.response = nil
        refused.respondent = nil
        var byItems = interview(3, collector: .staff(code("T1")))
        byItems.response = .items([.one, .zero, .notAnswered])
        let events: [EpisodeEvent] =
            [
                .referred(bare, ModelVersion(1)), .referred(full, ModelVersion(2)),
                .screened(Screening(.accepted)), .screened(Screening(.declined(.outOfArea), dayIsEstimated: true)),
                .allocated(Allocation(team: Tale.team, therapist: nil)),
                .allocated(Allocation(team: Tale.team, therapist: code("T1"))),
                .screened(
                    Screening(
                        .declined(.notSuitable), onward: .crisisTeam,
                        answers: ReferralAnswers(
                            answers: ["no-carer": .no], days: ["child-protection": day("2026-02-01")])
                    )
                ),
                .treatmentStarted("treatment"), .phaseEntered("home"), .treatmentStarted("placed", setting: .away),
                .phaseEntered("home", setting: .home),
                .stepPlanned(PlannedStep(into: "home", plannedOn: day("2026-06-01"))),
                .contactRecorded(contact(1)),
                .contactRecorded(Contact(id: ContactID(high: 1, low: 2), mode: .telephone, party: .school)),
                .interviewRecorded(
                    JudgedInterview(
                        interview: interview(1), score: score("0.7"), flaws: [], threshold: threshold,
                        therapistMayCollect: false
                    )
                ),
                .interviewRecorded(
                    JudgedInterview(
                        interview: refused, score: nil, flaws: [], threshold: threshold, therapistMayCollect: false
                    )
                ),
                .interviewRecorded(
                    JudgedInterview(
                        interview: byItems, score: score("0.5"), flaws: [.respondentNotAsked, .tooFewItems],
                        threshold: AdherenceThreshold(score: score("0.615"), comparison: .above),
                        therapistMayCollect: true, basis: .instrument
                    )
                ),
                .interviewRecorded(
                    JudgedInterview(
                        interview: byItems, score: score("0.5"), flaws: [], threshold: threshold,
                        therapistMayCollect: false, collectorTeams: [Tale.team, TeamID(high: 2, low: 9)],
                        unaskedPhases: ["home", "transition"], basis: .definition(InstrumentVersion(3))
                    )
                ),
                .closed(Closing(reason: "moved"), .notCounted, interviewExpectedFrom: DayCount(14)),
                .closed(
                    Closing(reason: "completed", outcomes: [.atHome: .yes, .noNewArrests: .unknown]), .completed,
                    interviewExpectedFrom: DayCount(14)
                ),
                .followedUp(
                    FollowUp(month: .twelve, status: .collected, outcomes: [.atHome: .no]),
                    window: FollowUpWindow(opensBefore: DayCount(14), closesAfter: DayCount(42))
                ),
                .followedUp(FollowUp(month: .eighteen, status: .unreachable), window: nil),
            ] + treatment
        let replaced = events.enumerated().map { offset, event in
            Recorded(seq: StreamSeq(Int64(offset) + 1), occurredOn: day("2026-03-01"), event: event)
        }
        let reason = NarrativeReference(
            id: NarrativeID(high: 4, low: 4), commitment: Array(repeating: 0xAB, count: 32)
        )
        return events + [
            .corrected(
                CorrectionSet(cause: .fileImport, narrative: reason, replacements: replaced, withdrawals: [])
            ),
            .corrected(
                CorrectionSet(
                    cause: .newInformation, narrative: nil, replacements: [], withdrawals: [StreamSeq(3), StreamSeq(9)]
                )
            ),
        ]
    }

    static var child: [ChildEvent] {
        let id = PlacementID(high: 7, low: 1)
        return [
            .registered(nil), .registered(code("C-1")), .householdJoined(code("H-1")), .householdLeft,
            .placementStarted(Placement(id: id, setting: .youngOffenderInstitution, reason: .remand)),
            .placementStarted(Placement(id: id, setting: .home)), .placementEnded(PlacementEnd(of: id)),
            .placementEnded(PlacementEnd(of: id, reason: .returnHome)), .schoolStatusRecorded(.suspended),
            .provisionStarted(Provision(id: ProvisionID(high: 8, low: 1), kind: .lookedAfter)),
            .provisionEnded(ProvisionID(high: 8, low: 1)),
            .offenceRecorded(Offence(id: OffenceID(high: 6, low: 1), kind: .theft)),
            .died(Death()), .died(Death(dayIsEstimated: true)),
            .corrected(
                CorrectionSet(cause: .entryError, narrative: nil, replacements: [], withdrawals: [StreamSeq(2)])
            ),
        ]
    }

    static var team: [TeamEvent] {
        let opened = TeamEvent.opened(TeamOpening(code: code("north"), model: "mst"))
        let replaced = Recorded(seq: StreamSeq(1), occurredOn: day("2024-01-01"), event: opened)
        return [
            opened,
            .corrected(
                CorrectionSet(cause: .entryError, narrative: nil, replacements: [replaced], withdrawals: [])
            ),
        ] + teamwork
    }

    private static var teamwork: [TeamEvent] {
        let id = TeamSessionID(high: 9, low: 1)
        let full = TeamSession(
            id: id, with: [code("T2"), code("T1")],
            discussing: [EpisodeID(high: 9, low: 3), EpisodeID(high: 9, low: 2)])
        let term = LicenceTerm(from: day("2024-01-01"), through: day("2026-12-31"))
        let spells = [
            OnCallSpell(code("T1"), from: day("2026-03-02"), through: day("2026-03-08")),
            OnCallSpell(code("T2"), from: day("2026-03-09"), through: day("2026-03-15")),
        ].compactMap(\.self)
        let measure = MeasureReturn(
            id: MeasureReturnID(high: 9, low: 4), of: "sam", slotFrom: day("2026-03-01"), about: code("S1"),
            score: score("0.8"), sections: [SectionScore("structure", score("0.75"))]
        )
        let bare = MeasureReturn(
            id: MeasureReturnID(high: 9, low: 5), of: "cam", slotFrom: day("2026-03-01"), score: nil)
        let events: [TeamEvent?] = [
            .supervisionHeld(full), .consultationHeld(TeamSession(id: id)), .boosterHeld(full),
            .trainingCompleted(Training("mst-can", of: code("T1"))), Rota(spells).map { .rotaSet($0) },
            .measureReturned(measure), .measureReturned(bare), .siteStageReached(.readinessReview),
            term.map { .licenceGranted($0) }, term.map { .licenceRenewed($0) },
            Attendance(12).map {
                .briefingGiven(Briefing(id: BriefingID(high: 9, low: 6), for: .youthOffending, attended: $0))
            },
        ]
        return events.compactMap(\.self)
    }

    private static var full: Referral {
        Referral(
            child: Tale.child, ref: code("E-1"), model: "mst-can", team: Tale.team, source: .edgeOfCarePanel,
            profile: Profile(
                birthMonth: CivilMonth(iso: "2012-04"), sex: .female, ethnicity: EthnicityCode("WBRI"),
                responsibleAuthority: AuthorityCode("E10000012"), deprivationIndex: .imd2025,
                deprivationDecile: DeprivationDecile(1)
            )
        )
    }

    private static func score(_ text: String) -> AdherenceScore {
        guard let score = AdherenceScore(decimal: text) else { preconditionFailure("no score: \(text)") }
        return score
    }

    static func code<Thing>(_ text: String) -> SiteGiven<Thing> {
        guard let code = SiteGiven<Thing>(text) else { preconditionFailure("no code: \(text)") }
        return code
    }
}
