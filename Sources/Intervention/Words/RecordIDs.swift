/// What the ids of the record stand for. The cases of this namespace only mark types.
public enum Subject {
    /// A course of treatment from referral to follow-up.
    public enum Episode: Sendable {}
    /// A child, whatever the number of episodes.
    public enum Child: Sendable {}
    /// A team of a site.
    public enum Team: Sendable {}
    /// A contact with a family.
    public enum Contact: Sendable {}
    /// An adherence interview, held or attempted.
    public enum Interview: Sendable {}
    /// A spell in one place.
    public enum Placement: Sendable {}
    /// A spell of help or protection by social care.
    public enum Provision: Sendable {}
    /// An offence that a child is said to have committed.
    public enum Offence: Sendable {}
    /// A supervision, consultation or booster of a team.
    public enum TeamSession: Sendable {}
    /// What a rater returned of a measure of staff.
    public enum MeasureReturn: Sendable {}
    /// A briefing of a partner agency.
    public enum Briefing: Sendable {}
    /// A sealed text.
    public enum Narrative: Sendable {}
    /// A person whose identity is sealed.
    public enum Person: Sendable {}
    /// One import of a file.
    public enum FileImport: Sendable {}
    /// A person who takes part in an episode.
    public enum Participant: Sendable {}
    /// Something that a model records of an episode.
    public enum Fact: Sendable {}
    /// A treatment module as it is delivered once.
    public enum ModuleRun: Sendable {}
}

/// The id of an episode.
public typealias EpisodeID = RecordID<Subject.Episode>
/// The id of a child.
public typealias ChildID = RecordID<Subject.Child>
/// The id of a team.
public typealias TeamID = RecordID<Subject.Team>
/// The id of a contact.
public typealias ContactID = RecordID<Subject.Contact>
/// The id of an adherence interview.
public typealias InterviewID = RecordID<Subject.Interview>
/// The id of a placement.
public typealias PlacementID = RecordID<Subject.Placement>
/// The id of a spell of provision by social care.
public typealias ProvisionID = RecordID<Subject.Provision>
/// The id of an offence.
public typealias OffenceID = RecordID<Subject.Offence>
/// The id of a session of a team.
public typealias TeamSessionID = RecordID<Subject.TeamSession>
/// The id of a returned measure of staff.
public typealias MeasureReturnID = RecordID<Subject.MeasureReturn>
/// The id of a briefing.
public typealias BriefingID = RecordID<Subject.Briefing>
/// The id of a sealed text.
public typealias NarrativeID = RecordID<Subject.Narrative>
/// The id of a person.
public typealias PersonID = RecordID<Subject.Person>
/// The id of an import.
public typealias ImportID = RecordID<Subject.FileImport>
/// The id of a person who takes part in an episode; who it is stands sealed elsewhere.
public typealias ParticipantID = RecordID<Subject.Participant>
/// The id of something that a model records.
public typealias FactID = RecordID<Subject.Fact>
/// The id of a module as it is delivered once.
public typealias ModuleRunID = RecordID<Subject.ModuleRun>
