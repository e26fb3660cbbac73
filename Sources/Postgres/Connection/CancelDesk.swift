import Dispatch
import Glibc

/// Where the lane, which is blocked while the server works, and those who want the work stopped meet.
///
/// Each conversation with the server has a ticket. A request to cancel names the ticket, so that it can never hit the next
/// conversation, and the lane does not go on before a request under way has been dealt with.
final class CancelDesk: Sendable {
    /// How a conversation ended.
    enum Ending {
        /// Nobody asked for its end.
        case undisturbed
        /// Somebody asked, and the server has dealt with it.
        case cancelled
        /// Somebody asked, and it is not known what became of it: the connection must be given up.
        case unsettled
    }

    private struct State {
        var canceller: Canceller?
        var socket: Int32 = -1
        var running: UInt64?
        /// Set when the running conversation is to end; left by the request when it has been dealt with.
        var request: DispatchGroup?
    }

    // Serial queues have threads of their own. A concurrent queue shares the few threads that Swift's tasks run on, and a
    // request would wait for as long as those are busy.
    private let requests = DispatchQueue(label: "homeward.postgres.cancel")
    private static let deadlines = DispatchQueue(label: "homeward.postgres.cancel.deadlines")
    /// How long the server has to stop before the connection is cut.
    private static let grace = DispatchTimeInterval.seconds(10)

    private let state = Guarded(State())

    /// Says over which socket the connection runs and how it is cancelled.
    func open(socket: Int32, canceller: Canceller?) {
        state.withLock {
            $0.socket = socket
            $0.canceller = canceller
        }
    }

    /// The connection is gone: its socket's number may be another's from now on.
    func close() {
        state.withLock {
            $0.socket = -1
            $0.canceller = nil
        }
    }

    /// The conversation begins.
    func begin(_ ticket: UInt64) {
        state.withLock {
            $0.running = ticket
            $0.request = nil
        }
    }

    /// True when the end of the conversation was asked for.
    func isCancelled(_ ticket: UInt64) -> Bool {
        state.withLock { $0.running == ticket && $0.request != nil }
    }

    /// The conversation is over. Waits for a request under way.
    func end(_ ticket: UInt64) -> Ending {
        let request = state.withLock { state in
            state.running = nil
            defer { state.request = nil }
            return state.request
        }
        guard let request else { return .undisturbed }
        return request.wait(timeout: .now() + Self.grace) == .success ? .cancelled : .unsettled
    }

    /// Asks the server to stop the conversation, if it is still going on. Does not wait.
    func cancel(_ ticket: UInt64) {
        let group = DispatchGroup()
        let canceller: Canceller? = state.withLock { state in
            guard state.running == ticket, state.request == nil else { return nil }
            state.request = group
            group.enter()
            return state.canceller
        }
        guard let canceller else { return }
        requests.async {
            if !canceller.send() { self.sever(ticket) }
            group.leave()
        }
        Self.deadlines.asyncAfter(deadline: .now() + Self.grace) { self.sever(ticket) }
    }

    /// True when the server has sent something that nobody asked for, such as its farewell. For idle connections.
    func hasUnreadInput() -> Bool {
        state.withLock { state in
            guard state.socket >= 0, state.running == nil else { return false }
            var descriptor = pollfd(fd: state.socket, events: Int16(POLLIN), revents: 0)
            return unsafe poll(&descriptor, 1, 0) > 0
        }
    }

    /// Cuts the connection under a conversation that does not end, which wakes the lane with an error.
    private func sever(_ ticket: UInt64) {
        state.withLock { state in
            // Under the lock: while the ticket runs, the lane cannot close the socket and its number stays ours.
            guard state.running == ticket, state.socket >= 0 else { return }
            _ = shutdown(state.socket, Int32(SHUT_RDWR))
        }
    }
}
