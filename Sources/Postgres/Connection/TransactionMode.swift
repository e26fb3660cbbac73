/// How much of other transactions' work a transaction sees.
package enum IsolationLevel: String, Sendable, Hashable {
    /// Each statement sees what was committed before it began.
    case readCommitted = "READ COMMITTED"
    /// All statements see what was committed before the first began.
    case repeatableRead = "REPEATABLE READ"
    /// As if transactions had run one after the other; any of them may fail and must be run again.
    case serializable = "SERIALIZABLE"
}

/// Whether a transaction may write.
package enum AccessMode: String, Sendable, Hashable {
    /// It may.
    case readWrite = "READ WRITE"
    /// It may not: the server refuses.
    case readOnly = "READ ONLY"
}

/// All that is settled when a transaction begins.
struct TransactionMode: Sendable {
    let scope: SessionScope?
    let isolation: IsolationLevel
    let access: AccessMode

    var beginStatement: String {
        "BEGIN ISOLATION LEVEL \(isolation.rawValue) \(access.rawValue)"
    }

    /// Nil when there is nothing to set.
    var scopeStatement: Statement? {
        guard let settings = scope?.settings, !settings.isEmpty else { return nil }
        var parts = Statement.StringInterpolation(
            literalCapacity: 32 * settings.count,
            interpolationCount: 2 * settings.count
        )
        for (index, setting) in settings.enumerated() {
            parts.appendLiteral(index == 0 ? "SELECT set_config(" : ", set_config(")
            parts.appendInterpolation(setting.name)
            parts.appendLiteral(", ")
            parts.appendInterpolation(setting.value)
            parts.appendLiteral(", true)")
        }
        return Statement(stringInterpolation: parts)
    }
}
