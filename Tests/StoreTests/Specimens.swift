import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import StandardMST

/// Events of every kind, with every field that they can have.
enum Specimens {
    static func payloads() throws -> [(EventName, PayloadValue)] {
        episodes.map { ($0.name, $0.payload()) } + children.map { ($0.name, $0.payload()) }
            + teams.map { ($0.name, $0.payload()) }
    }

    static let day = CivilDate(dayNumber: 20_000)

    static let referral = Referral(
        child: ChildID(high: 1, low: 1), ref: EpisodeRef("E-1"), model: "mst", team: TeamID(high: 2, low: 2),
        source: .police,
        profile: Profile(
            birthMonth: CivilMonth(year: 2012, month: 2), sex: .female, ethnicity: EthnicityCode("WBRI"),
            responsibleAuthority: AuthorityCode("E09000001"), deprivationIndex: .imd2019,
            deprivationDecile: DeprivationDecile(3)
        )
    )

    static var episodes: [EpisodeEvent] {
        let outcomes: [OutcomeKey: Answer] = [.atHome: .yes, .noNewArrests: .unknown]
        let events: [EpisodeEvent] = [
            .referred(referral, ModelVersion(1)),
            .screened(Screening(.accepted, dayIsEstimated: true)),
            .screened(
                Screening(
                    .declined(.noCapacity), onward: .earlyHelp,
                    answers: ReferralAnswers(answers: ["no-carer": .unknown], days: ["child-protection": day])
                )
            ),
            .allocated(Allocation(team: TeamID(high: 2, low: 2), therapist: StaffCode("T-9"))),
            .treatmentStarted("treatment", setting: .away),
            .phaseEntered("treatment", setting: .home),
            .stepPlanned(PlannedStep(into: "treatment", plannedOn: day)),
            .contactRecorded(
                Contact(id: ContactID(high: 3, low: 3), mode: .homeVisit, party: .family, minutes: Minutes(50))
            ),
            .closed(Closing(reason: "completed", outcomes: outcomes), .completed, interviewExpectedFrom: DayCount(14)),
            .followedUp(
                FollowUp(month: .six, status: .collected, outcomes: outcomes),
                window: FollowUpWindow(opensBefore: DayCount(14), closesAfter: DayCount(42))
            ),
        ]
        let all = events + interviews + treatment
        let set = CorrectionSet(
            cause: .entryError, narrative: NarrativeReference(id: NarrativeID(high: 4, low: 4), commitment: commitment),
            replacements: all.enumerated().map { place, event in
                Recorded(seq: StreamSeq(Int64(place) + 1), occurredOn: day, event: event)
            },
            withdrawals: [StreamSeq(90), StreamSeq(91)]
        )
        return all + [.corrected(set)]
    }

    private static var interviews: [EpisodeEvent] {
        let threshold = AdherenceScore(billionths: 610_000_000).map {
            AdherenceThreshold(score: $0, comparison: .atLeast)
        }
        guard let threshold, let score = AdherenceScore(billionths: 123_456_789), let staff = StaffCode("T-9") else {
            return []
        }
        let responses: [(Collector, Interview.Response)] = [
            (.callCentre, .score(score)), (.staff(staff), .items([.one, .zero, .notAnswered])),
        ]
        return responses.map { collector, response in
            let interview = Interview(
                id: InterviewID(high: 5, low: 5), instrument: "tam-r", result: .completed, collector: collector,
                respondent: .kinCarer, response: response
            )
            return .interviewRecorded(
                JudgedInterview(
                    interview: interview, score: score, flaws: [.respondentNotAsked, .tooFewItems],
                    threshold: threshold, therapistMayCollect: false
                )
            )
        }
    }

    static var children: [ChildEvent] {
        let placement = PlacementID(high: 6, low: 6)
        let events: [ChildEvent] = [
            .registered(ChildRef("C-1")),
            .householdLeft,
            .placementStarted(Placement(id: placement, setting: .secureHome, reason: .remand)),
            .placementEnded(PlacementEnd(of: placement, reason: .returnHome)),
            .provisionStarted(Provision(id: ProvisionID(high: 8, low: 8), kind: .childProtection)),
            .provisionEnded(ProvisionID(high: 8, low: 8)),
            .schoolStatusRecorded(.alternativeProvision),
            .offenceRecorded(Offence(id: OffenceID(high: 7, low: 7), kind: .publicOrder)),
            .died(Death(dayIsEstimated: true)),
        ]
        return events + (HouseholdRef("H.1").map { [.householdJoined($0)] } ?? [])
    }

    static var teams: [TeamEvent] {
        guard let code = TeamCode("north-1"), let staff = StaffCode("T-9"), let score = AdherenceScore(decimal: "0.8"),
            let term = LicenceTerm(from: day, through: day), let spell = OnCallSpell(staff, from: day, through: day),
            let rota = Rota([spell]), let attended = Attendance(12)
        else { return [] }
        let session = TeamSession(
            id: TeamSessionID(high: 9, low: 9), with: [staff], discussing: [EpisodeID(high: 1, low: 1)])
        let measure = MeasureReturn(
            id: MeasureReturnID(high: 10, low: 10), of: "sam", slotFrom: day, about: staff, score: score,
            sections: [SectionScore("structure", score)]
        )
        return [
            .opened(TeamOpening(code: code, model: "mst")), .supervisionHeld(session), .consultationHeld(session),
            .boosterHeld(session), .trainingCompleted(Training(.orientation, of: staff)), .rotaSet(rota),
            .measureReturned(measure), .siteStageReached(.readinessReview), .licenceGranted(term),
            .licenceRenewed(term),
            .briefingGiven(Briefing(id: BriefingID(high: 11, low: 11), for: .socialCare, attended: attended)),
        ]
    }

    private static let commitment = [UInt8](0..<32)
}
