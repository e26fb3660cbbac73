/// What something is sealed or indexed for. Each has keys of its own on each site; a word here is never reused.
package enum VaultPurpose: String, CaseIterable, Hashable, Sendable {
    /// What was written in words (`narrative.text.sealed`).
    case narrative
    /// Particulars of persons (`identity.person.sealed`).
    case identity
    /// Where persons live (`identity.address.sealed`).
    case address
    /// What persons are found by (`identity.search_term.digest`).
    case searchTerm = "search-term"
    /// What tells versions of what is kept of a person apart; it is kept nowhere.
    case personVersion = "person-version"
    /// Rows of files as they were last imported (`exchange.imported_row`).
    case importedRow = "imported-row"
    /// Writes that are done once, and what was asked (`exchange.keyed_write`, `exchange.network_write`).
    case keyedWrite = "keyed-write"
    /// What was typed and is not handed in yet (`summary.draft.sealed`).
    case draft
    /// Keys of reporting facts (`reporting.episode_fact.fact_key`).
    case episodeFact = "episode-fact"
    /// Keys of children in reporting facts (`child_key`).
    case childFact = "child-fact"
    /// Keys of spells in care (`reporting.care_spell_fact.fact_key`).
    case careSpellFact = "care-spell-fact"
    /// What opens accounts, and who their owners are (`door.account`, `door.password`, `door.factor`, `door.throttle`).
    case door
}
