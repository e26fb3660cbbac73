package import CivilDate
internal import Intervention
internal import Postgres

extension SignIn {
    /// Uses a one-time link: begins the session that it opens. A link for a new factor begins none; a set-up link opens
    /// choosing a password and nothing else; a sign-in link, which is made for invented networks alone, opens all.
    package func use(_ link: LinkToken, at now: Instant) async throws -> SignInVerdict {
        try await application.transaction { transaction in
            guard let opening = try await Links.use(link, at: now, in: transaction) else { return .refused }
            if opening.purpose == .newFactor {
                try await factors.remove(opening.account, at: now, in: transaction)
                return .factorRemoved
            }
            let stage: SessionStage = opening.purpose == .signIn ? .full : .setUp
            let token = try await sessions.begin(
                opening.account, stage: stage, isSteppedUp: stage == .full, at: now, in: transaction)
            return .opened(SignInVerdict.Opened(token: token, stage: stage, device: nil))
        }
    }

    /// Chooses a password in a session that a set-up link began. All sessions end; the answer is a new one, which goes on
    /// to the second factor as after any password: choosing a password removes no factor.
    /// - Throws: ``PasswordFault``, when it can be nobody's password.
    package func setUp(
        _ text: String, in token: SessionToken, refusing refused: RefusedPasswords, at now: Instant
    ) async throws -> SignInVerdict {
        let found = try await application.transaction { try await sessions.use(token, at: now, in: $0) }
        guard let session = found, session.stage == .setUp else { return .refused }
        return try await choose(text, session: session, refusing: refused, at: now)
    }

    /// Changes the password of whoever is signed in and typed the old one once more.
    /// - Throws: ``PasswordFault``, when the new one can be nobody's password.
    package func change(
        from old: String, to text: String, in token: SessionToken, from source: SourceAddress,
        refusing refused: RefusedPasswords, device: DeviceToken? = nil, at now: Instant
    ) async throws -> SignInVerdict {
        let found = try await application.transaction { try await sessions.use(token, at: now, in: $0) }
        guard let session = found, session.stage == .full else { return .refused }
        let verdict = try await verify(session.code.text, old, from: source, device: device, at: now)
        guard case .opened = verdict else { return verdict }
        return try await choose(text, session: session, refusing: refused, at: now)
    }

    private func choose(
        _ text: String, session: Session, refusing refused: RefusedPasswords, at now: Instant
    ) async throws -> SignInVerdict {
        let password = try Password(text)
        try refused.check(password, of: session.code)
        let prepared = try await passwords.prepare(password, of: session.account)
        return try await application.transaction { transaction in
            try await passwords.set(prepared, at: now, in: transaction)
            let stage = try await stage(of: session.account, at: now, in: transaction)
            // Whoever was signed in with both factors stays so.
            let next: SessionStage = session.stage == .full ? .full : stage
            let token = try await sessions.begin(
                session.account, stage: next, isSteppedUp: session.isSteppedUp(at: now), at: now,
                in: transaction)
            return .opened(SignInVerdict.Opened(token: token, stage: next, device: nil))
        }
    }

    /// Begins to set up a second factor in a session that is signed in and stepped up, or that waits for a factor to be
    /// set up. The seed is shown once.
    package func draftFactor(in token: SessionToken, at now: Instant) async throws -> FactorSeed? {
        try await application.transaction { transaction in
            guard let session = try await sessions.use(token, at: now, in: transaction),
                try await maySetUp(session, at: now, in: transaction)
            else { return nil }
            return try await factors.draft(session.account, at: now, in: transaction)
        }
    }

    /// Puts the factor in force that was begun, once a code of it was typed; the session is signed in under a new token.
    /// - Returns: the verdict, and the recovery codes, which are shown once.
    package func confirmFactor(
        _ text: String, in token: SessionToken, at now: Instant
    ) async throws -> (verdict: SignInVerdict, codes: [RecoveryCode]) {
        try await application.transaction { transaction in
            guard let session = try await sessions.use(token, at: now, in: transaction),
                try await maySetUp(session, at: now, in: transaction)
            else { return (.refused, []) }
            let subjects = [ThrottleSubject(.factor, session.account.description, vault: vault)]
            if case .wait(let until) = try await throttle.begin(subjects, at: now, in: transaction) {
                return (.wait(until: until), [])
            }
            guard let codes = try await factors.confirm(text, of: session.account, at: now, in: transaction) else {
                return (.refused, [])
            }
            try await throttle.succeed(subjects, at: now, in: transaction)
            guard let next = try await sessions.rotate(token, isSteppedUp: true, at: now, in: transaction) else {
                return (.refused, [])
            }
            return (.opened(SignInVerdict.Opened(token: next, stage: .full, device: nil)), codes)
        }
    }

    /// A factor is set up by whoever has none and showed the password, or changed by whoever just gave the one in force.
    private func maySetUp(_ session: Session, at now: Instant, in transaction: Transaction) async throws -> Bool {
        switch session.stage {
        case .enrolment: try await !factors.isSetUp(session.account, in: transaction)
        case .full:
            if session.isSteppedUp(at: now) {
                true
            } else {
                try await !factors.isSetUp(session.account, in: transaction)
            }
        case .factor, .setUp: false
        }
    }
}
