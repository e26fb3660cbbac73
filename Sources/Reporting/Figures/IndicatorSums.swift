import Postgres

/// One row of `sql/reports/indicators.sql`: all counts of a model, or of all models pooled.
struct IndicatorSums: Hashable, Sendable {
    /// How many answered yes and how many no; whoever else there is, is unknown.
    struct Answers: Hashable, Sendable {
        var yes = 0
        var no = 0

        var known: Int { yes + no }
    }

    var decided = 0
    var accepted = 0
    var closures = 0
    var opportunity = 0
    var completed = 0
    var lackOfEngagement = 0
    var placed = 0
    var atHome = Answers()
    var inSchoolOrWork = Answers()
    var noNewArrests = Answers()
    var adherent = 0
    var interviewExpected = 0
    var interviewHeld = 0
    var stays = 0
    var stayDays = 0
    var scores: [FamilyScores] = []

    /// Nothing happened in the period.
    init() {}

    init(row: Row) throws(PostgresFault) {
        decided = try row.decode("decided")
        accepted = try row.decode("accepted")
        closures = try row.decode("closures")
        opportunity = try row.decode("opportunity")
        completed = try row.decode("completed")
        lackOfEngagement = try row.decode("lack_of_engagement")
        placed = try row.decode("placed")
        atHome = Answers(yes: try row.decode("at_home_yes"), no: try row.decode("at_home_no"))
        inSchoolOrWork = Answers(yes: try row.decode("school_yes"), no: try row.decode("school_no"))
        noNewArrests = Answers(yes: try row.decode("arrests_yes"), no: try row.decode("arrests_no"))
        adherent = try row.decode("adherent")
        interviewExpected = try row.decode("interview_expected")
        interviewHeld = try row.decode("interview_held")
        stays = try row.decode("stays")
        stayDays = try row.decode("stay_days")
        let interviews = try row.decode("interviews", as: [Int].self)
        let families = try row.decode("families", as: [Int].self)
        let sums = try row.decode("scores", as: [Int].self)
        scores = zip(interviews, zip(families, sums)).map { interviews, rest in
            FamilyScores(interviews: interviews, families: rest.0, scoreSum: rest.1)
        }
    }
}
