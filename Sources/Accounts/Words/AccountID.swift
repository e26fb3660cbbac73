package import Intervention

/// What an account's id stands for; it only marks a type.
package enum AccountSubject: Sendable {}

/// What accounts and their words are coded by; the cases only mark types.
package enum AccountCoded {
    /// Accounts.
    package enum Account: Sendable {}
}

/// The id of an account, the same for as long as the account is kept.
package typealias AccountID = RecordID<AccountSubject>

/// The name that somebody signs in with: a code that people choose, such as `jt-north`; never a name or an address.
package typealias AccountCode = SiteGiven<AccountCoded.Account>
