internal import Intervention
internal import Postgres

extension RecordID {
    /// The id as a statement binds it.
    var uuid: UUIDBytes { UUIDBytes(high: high, low: low) }

    /// The id as a row gave it.
    init(_ uuid: UUIDBytes) {
        self.init(high: uuid.high, low: uuid.low)
    }
}

extension Look.Target {
    /// The word in the column `target`.
    var word: String {
        switch self {
        case .site: "site"
        case .episode: "episode"
        case .child: "child"
        case .person: "person"
        case .team: "team"
        case .account: "account"
        }
    }

    /// The id in the column `target_id`; nil for the site itself.
    var uuid: UUIDBytes? {
        switch self {
        case .site: nil
        case .episode(let id): id.uuid
        case .child(let id): id.uuid
        case .person(let id): id.uuid
        case .team(let id): id.uuid
        case .account(let id): id.uuid
        }
    }
}

extension Asker {
    /// Who is written down when nobody signed in.
    static let programmeCode = "programme"
    static let operatorCode = "operator"
    static let words: Set<String> = [programmeCode, operatorCode]

    /// The account; nil for the programme and the operator.
    package var account: AccountID? {
        if case .account(let seat) = self { seat.account } else { nil }
    }

    /// Who is written down: the account's code, or the word for the programme and the operator.
    package var actor: String {
        switch self {
        case .programme: Asker.programmeCode
        case .operator: Asker.operatorCode
        case .account(let seat): seat.code.text
        }
    }

    /// The word in the column `way`.
    var way: String {
        switch self {
        case .programme: Asker.programmeCode
        case .operator: Asker.operatorCode
        case .account(let seat): seat.way.rawValue
        }
    }
}
