/// Registers with invented episodes.
struct Register {
    /// The columns that have values, in the order of the file.
    static let columns = [
        "episode_ref", "team", "model", "therapist", "referred_on", "decision", "decided_on", "first_session_on",
        "closed_on", "closure_reason", "at_home", "in_school_or_work", "no_new_arrests",
    ]

    private(set) var rows: [[String: String]] = []

    /// The counts of one published year: 445 closures with the opportunity for a full course of treatment, of which 363
    /// completed, 17 were lost and 65 placed; 377 at home, 364 in school or work, 371 without a new arrest.
    static var published: Register {
        var register = Register()
        for index in 0..<445 {
            let reason = index < 363 ? "completed" : index < 380 ? "lack-of-engagement" : "placed"
            register.add(reason, atHome: index < 377, inSchool: index < 364, noArrests: index < 371)
        }
        return register
    }

    /// The same with forty closures that count in no rate: moved, administrative and prior-event.
    static var publishedWithOthers: Register {
        var register = published
        let reasons = ["moved", "funder-withdrew", "programme-withdrew", "placed-prior-event"]
        for index in 0..<40 {
            register.add(reasons[index % 4], atHome: false, inSchool: false, noArrests: false)
        }
        return register
    }

    mutating func add(_ reason: String, atHome: Bool, inSchool: Bool, noArrests: Bool) {
        let number = rows.count + 1
        rows.append([
            "episode_ref": "E\(number)", "team": "mst", "model": "mst", "therapist": "T\(number % 7)",
            "referred_on": "2014-12-20", "decision": "accepted", "decided_on": "2014-12-28",
            "first_session_on": "2015-01-05",
            "closed_on": number % 28 < 9 ? "2015-05-0\(number % 28 + 1)" : "2015-05-28",
            "closure_reason": reason, "at_home": atHome ? "yes" : "no", "in_school_or_work": inSchool ? "yes" : "no",
            "no_new_arrests": noArrests ? "yes" : "no",
        ])
    }

    /// Sets a cell; rows are counted from 0.
    mutating func set(_ column: String, of row: Int, to value: String) {
        rows[row][column] = value
    }

    mutating func remove(_ row: Int) {
        rows.remove(at: row)
    }

    /// The file.
    var text: String {
        ([Register.columns] + rows.map { row in Register.columns.map { row[$0] ?? "" } })
            .map { $0.joined(separator: ",") + "\n" }.joined()
    }
}
