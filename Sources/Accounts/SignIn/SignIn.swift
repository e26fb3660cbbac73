package import CivilDate
internal import Intervention
package import Postgres
package import Vault

/// Signing in with a password and a second factor.
///
/// It takes more than one transaction, so it has connections of its own to draw on: a guess is counted and committed before
/// it is looked at, and no transaction waits while a password is hashed.
package struct SignIn: Sendable {
    let application: Pool
    let vault: Vault
    let settings: SignInSettings
    let passwords: PasswordStore
    let factors: Factors
    let sessions: Sessions
    let throttle: Throttle

    /// Seconds for which a browser stays known after it was signed in with: 180 days.
    static let deviceSeconds: Int64 = 180 * 24 * 60 * 60

    /// - Parameters:
    ///   - application: connections of the application's role.
    ///   - vault: what seals hashes and seeds.
    ///   - desk: where passwords are hashed; one for the whole programme.
    package init(application: Pool, vault: Vault, desk: HashingDesk, settings: SignInSettings = SignInSettings()) {
        self.application = application
        self.vault = vault
        self.settings = settings
        passwords = PasswordStore(vault: vault, desk: desk, cost: settings.cost)
        factors = Factors(vault: vault)
        sessions = Sessions(limits: settings.sessions)
        throttle = Throttle(rule: settings.throttle)
    }

    /// Checks a code and a password as they were typed, and begins a session when they are right.
    ///
    /// An unknown account, a closed one, one without a password and a wrong password take the same way and the same time.
    /// - Parameters:
    ///   - source: where the attempt came from.
    ///   - device: what the browser kept of an earlier sign-in.
    /// - Throws: ``SignInFault/busy``.
    package func verify(
        _ code: String, _ password: String, from source: SourceAddress, device: DeviceToken? = nil, at now: Instant
    ) async throws -> SignInVerdict {
        // Whatever is no code and no password stands for one that is nobody's, and goes the same way.
        let account = AccountCode(code) ?? SignIn.nobody
        let known = try await isKnown(device, of: account, at: now)
        let subjects =
            known
            ? [subject(.device, device)]
            : [
                ThrottleSubject(.account, SignIn.counted(code), vault: vault),
                ThrottleSubject(.source, source.text, vault: vault),
            ]
        if case .wait(let until) = try await begin(subjects, at: now) { return .wait(until: until) }
        let kept = try await application.withConnection { try await passwords.kept(of: account, over: $0) }
        guard case .right(let id, let sealed, let better) = try await check(password, against: kept) else {
            return .refused
        }
        return try await application.transaction { transaction in
            try await throttle.succeed(subjects, at: now, in: transaction)
            if let better { try await passwords.rehash(better, inPlaceOf: sealed, in: transaction) }
            return try await open(id, isKnown: known, at: now, in: transaction)
        }
    }

    /// Checks the second factor in a session that waits for it. Right, the session is signed in under a new token.
    package func factor(
        _ text: String, in token: SessionToken, device: DeviceToken? = nil, at now: Instant
    ) async throws -> SignInVerdict {
        try await factor(text, in: token, at: .factor, device: device, now: now)
    }

    /// Takes the second factor once more in a session that is signed in (step-up), which gets a new token.
    package func stepUp(
        _ text: String, in token: SessionToken, device: DeviceToken? = nil, at now: Instant
    ) async throws -> SignInVerdict {
        try await factor(text, in: token, at: .full, device: device, now: now)
    }

    private func factor(
        _ text: String, in token: SessionToken, at stage: SessionStage, device: DeviceToken?, now: Instant
    ) async throws -> SignInVerdict {
        let found = try await application.transaction { try await sessions.use(token, at: now, in: $0) }
        guard let session = found, session.stage == stage else { return .refused }
        let known = try await isKnown(device, of: session.code, at: now)
        let subjects =
            [
                known
                    ? subject(.deviceFactor, device)
                    : ThrottleSubject(.factor, session.account.description, vault: vault)
            ]
        if case .wait(let until) = try await begin(subjects, at: now) { return .wait(until: until) }
        return try await application.transaction { transaction in
            guard try await factors.verify(text, of: session.account, at: now, in: transaction) else { return .refused }
            try await throttle.succeed(subjects, at: now, in: transaction)
            guard
                let next = try await sessions.rotate(token, isSteppedUp: true, at: now, in: transaction)
            else { return .refused }
            let fresh = known ? nil : try await know(session.account, at: now, in: transaction)
            return .opened(SignInVerdict.Opened(token: next, stage: .full, device: fresh))
        }
    }

    /// What a right password opens: all of it, the question for the factor, or setting one up.
    private func open(
        _ account: AccountID, isKnown: Bool, at now: Instant, in transaction: Transaction
    ) async throws -> SignInVerdict {
        let stage = try await stage(of: account, at: now, in: transaction)
        let token = try await sessions.begin(account, stage: stage, at: now, in: transaction)
        let fresh = isKnown || stage != .full ? nil : try await know(account, at: now, in: transaction)
        return .opened(SignInVerdict.Opened(token: token, stage: stage, device: fresh))
    }

    /// How far somebody comes who showed the first factor.
    func stage(of account: AccountID, at now: Instant, in transaction: Transaction) async throws -> SessionStage {
        if try await factors.isSetUp(account, in: transaction) { return .factor }
        let grants = try await Grants.of(account, in: transaction)
        // A grant that begins later counts too: the factor is there when it does.
        let roles = Set(grants.filter { $0.through.map { $0 >= now.utcDay } ?? true }.map(\.role))
        return roles.isDisjoint(with: settings.factorRoles) ? .full : .enrolment
    }

    private func check(
        _ text: String, against kept: (AccountID, Sealed)?
    ) async throws -> PasswordStore.Check {
        guard let password = try? Password(text) else {
            return try await passwords.check(SignIn.nobodysPassword, against: nil)
        }
        return try await passwords.check(password, against: kept)
    }

    private func begin(_ subjects: [ThrottleSubject], at now: Instant) async throws -> Throttle.Answer {
        try await application.transaction { try await throttle.begin(subjects, at: now, in: $0) }
    }

    private func subject(_ kind: ThrottleSubject.Kind, _ device: DeviceToken?) -> ThrottleSubject {
        ThrottleSubject(kind, device?.hash.description ?? "", vault: vault)
    }

    private func isKnown(_ device: DeviceToken?, of code: AccountCode, at now: Instant) async throws -> Bool {
        guard let device else { return false }
        return try await application.withConnection { connection in
            try await !connection.query(
                "SELECT device_id FROM door.device_of(\(code.text), \(device.hash), \(now))"
            ).isEmpty
        }
    }

    private func know(
        _ account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws -> DeviceToken {
        let token = DeviceToken.drawn()
        _ = try await transaction.query(
            """
            SELECT door.know_device(
                \(SessionID.random().bound), \(account.bound), \(token.hash),
                \(now.adding(seconds: SignIn.deviceSeconds)))
            """)
        return token
    }
}
