/// The master keys of a home: the one in force, and those that still wrap or open something.
struct MasterKeys: Sendable {
    /// The key in force.
    let current: MasterKey
    /// Those that were in force before it, while anything still needs them.
    let former: [MasterKey]

    /// The key of an id.
    func key(_ id: KeyID) -> MasterKey? {
        id == current.id ? current : former.first { $0.id == id }
    }
}
