import ServiceLifecycle

/// Begins the graceful shutdown of a service group, also when it was pressed before the group ran: a group that does not
/// run yet hears nothing.
actor StopButton {
    private var group: ServiceGroup?
    private var isPressed = false

    func connect(to group: ServiceGroup) {
        self.group = group
    }

    func press() async {
        isPressed = true
        await group?.triggerGracefulShutdown()
    }

    /// The group runs.
    func listening() async {
        if isPressed { await group?.triggerGracefulShutdown() }
    }
}
