import Intervention
import Testing

/// The words stand in files of sites and in the record: another spelling would be another word.
@Suite struct VocabularyTests {
    @Test func `referral sources`() {
        #expect(
            ReferralSource.allCases.map(\.rawValue) == [
                "social-care", "youth-offending", "think-family", "edge-of-care-panel", "exploitation-hub",
                "pupil-referral-unit", "police", "health", "education", "voluntary", "family", "other",
            ]
        )
    }

    @Test func `reasons for declining`() {
        #expect(
            DeclineReason.allCases.map(\.rawValue) == [
                "not-suitable", "no-capacity", "family-declined", "out-of-area", "age", "no-caregiver",
                "already-placed", "other-service", "other",
            ]
        )
    }

    @Test func `groups of closure reasons`() {
        #expect(
            ClosureGroup.allCases.map(\.rawValue) == ["completed", "lack_of_engagement", "placed", "not_counted"]
        )
        #expect(ClosureGroup.allCases.filter(\.hadOpportunity) == [.completed, .lackOfEngagement, .placed])
    }

    @Test func `jurisdictions, sexes, answers, decisions and indices`() {
        #expect(
            Jurisdiction.allCases.map(\.rawValue) == ["england", "wales", "scotland", "northern-ireland", "ireland"]
        )
        #expect(Sex.allCases.map(\.rawValue) == ["M", "F", "U"])
        #expect(Answer.allCases.map(\.rawValue) == ["yes", "no", "unknown"])
        #expect(ReferralDecision.allCases.map(\.rawValue) == ["pending", "accepted", "declined"])
        #expect(
            DeprivationIndex.allCases.map(\.rawValue) == ["IMD2019", "IMD2025", "WIMD2019", "SIMD2020", "NIMDM2017"]
        )
    }

    @Test func `indicators in the published order`() {
        #expect(
            Indicator.allCases.map(\.rawValue) == [
                "at_home", "in_school_or_work", "no_new_arrests", "mean_adherence", "adherent_families",
                "interviewed_families", "completed", "lack_of_engagement", "placed", "length_of_stay",
                "referral_acceptance",
            ]
        )
    }

    @Test func `follow-up is held at six, twelve and eighteen months`() {
        #expect(FollowUpMonth.allCases.map(\.rawValue) == [6, 12, 18])
        #expect(ThresholdOperator.allCases.map(\.rawValue) == [">=", ">"])
    }

    @Test func `home is the only setting that is not out of home`() {
        #expect(PlacementSetting.allCases.filter { !$0.isOutOfHome } == [.home])
        #expect(PlacementSetting.allCases.filter(\.isCustody) == [.secureHome, .youngOffenderInstitution])
    }
}
