import CivilDate
import Intervention

/// What reports may know of a child's spell in one place or of provision, by the facts of the moment.
struct CareSpellFact: Hashable, Sendable {
    /// The version of this form; it rises when a column changes its meaning, and when a setting or a kind comes to count
    /// as something else: the rows say what each spell counts as.
    static let shape: Int16 = 2

    /// Which spell of the child.
    enum ID: Hashable, Sendable {
        case placement(PlacementID)
        case provision(ProvisionID)
    }

    /// What the spell is one of.
    enum Term: Hashable, Sendable {
        case placement(PlacementSetting)
        case provision(ProvisionKind)
    }

    let id: ID
    let term: Term
    let startedOn: CivilDate
    let endedOn: CivilDate?
    /// Why the child came to live there; nil when it was not said, and for provision.
    let reason: PlacementReason?

    init(_ spell: PlacementSpell) {
        id = .placement(spell.placement.id)
        term = .placement(spell.placement.setting)
        startedOn = spell.startedOn
        endedOn = spell.endedOn
        reason = spell.placement.reason
    }

    init(_ spell: ProvisionSpell) {
        id = .provision(spell.provision.id)
        term = .provision(spell.provision.kind)
        startedOn = spell.startedOn
        endedOn = spell.endedOn
        reason = nil
    }
}
