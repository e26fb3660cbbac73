import Intervention

/// What reports know an episode by: it tells families from one another and says nothing more.
package struct EpisodeKey: Hashable, Sendable {
    /// The bytes; of an HMAC under the site's key, so they are 32.
    package let bytes: [UInt8]

    /// A key of these bytes.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// The valid interviews of a family while one therapist of one team had it.
package struct FamilyInterviews: Hashable, Sendable {
    /// The family, as far as it must be told from others.
    package let family: EpisodeKey
    /// The model that it was treated by.
    package let model: ModelID
    /// The team that had it.
    package let team: TeamCode
    /// The lead therapist; nil while nobody was named.
    package let therapist: StaffCode?
    /// How many interviews, at least 1.
    package let interviews: Int
    /// The sum of their scores in billionths of 1.
    package let scoreSum: Int

    /// Interviews of a family.
    package init(
        of family: EpisodeKey, under model: ModelID, with team: TeamCode, _ therapist: StaffCode?, interviews: Int,
        scoreSum: Int
    ) {
        self.family = family
        self.model = model
        self.team = team
        self.therapist = therapist
        self.interviews = interviews
        self.scoreSum = scoreSum
    }
}
