/// The step in which this module waits for something that tells nobody when it is done: a lock file, another process's
/// end.
enum Pause {
    /// Waits 50 ms; when the task is cancelled, it ends with a fault instead.
    static func short() async throws(ClusterFault) {
        do {
            try await Task.sleep(for: .milliseconds(50))
        } catch {
            throw ClusterFault(.busy, .unavailable, place: "", "the command was interrupted; run it again")
        }
    }
}
