import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Stands in every connection, beneath the routes: puts the security headers on answers that the framework gives by
/// itself, as for a request that is no HTTP, and closes on a request whose body is too slow or much too large.
///
/// Of a body that is too large, what passes the limit goes on, so that whoever reads it refuses it; the rest is taken from
/// the client and dropped, for a connection that is closed on a client that still sends takes the answer away with it.
///
/// The head of a request, and the time between two, are timed by the framework.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: RequestLimits
    private let most: @Sendable (String) -> Int
    /// How much more than allowed a client may send before it is cut off without an answer, in bytes.
    private static let mostDropped = 4_194_304

    private var received = 0
    private var allowed = 0
    /// Requests that began and are not answered.
    private var unanswered = 0
    /// Set when a body was too large: nothing is served after it.
    private var isLast = false
    /// Set when all of that body has come.
    private var isTaken = false
    private var ending: Scheduled<Void>?
    private var taking: Scheduled<Void>?

    /// - Parameter most: the most bytes that may be sent to a path.
    init(limits: RequestLimits, most: @escaping @Sendable (String) -> Int) {
        self.limits = limits
        self.most = most
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isTaken else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            received = 0
            unanswered += 1
            allowed = most(String((head.path ?? "").prefix { $0 != "?" }))
            ending = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.patience)) {
                context.close(promise: nil)
            }
        case .body(let bytes):
            received += bytes.readableBytes
            guard received <= allowed + ConnectionGuard.mostDropped else { return context.close(promise: nil) }
            guard !isLast else { return }
            isLast = received > allowed
        case .end:
            stopTiming()
            isTaken = isLast
        }
        context.fireChannelRead(data)
        if isTaken, unanswered == 0 { context.close(promise: nil) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        var head: HTTPResponse
        switch unwrapOutboundIn(data) {
        case .head(let answer): head = answer
        case .body: return context.write(data, promise: promise)
        case .end:
            unanswered -= 1
            guard isTaken, unanswered == 0 else { return context.write(data, promise: promise) }
            context.writeAndFlush(data, promise: promise)
            return context.close(promise: nil)
        }
        SecurityHeaders.complete(&head.headerFields)
        if head.headerFields[RequestReference.header] == nil {
            head.headerFields[RequestReference.header] = RequestReference.fresh()
        }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    /// A client that takes nothing of what it asked for is not waited for: its answer would hold what others need. What
    /// the system keeps for it is some megabytes, and a slow line takes its time with them.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        taking?.cancel()
        taking = nil
        if !context.channel.isWritable {
            taking = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.patience * 4)) {
                context.close(promise: nil)
            }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stopTiming()
        taking?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stopTiming()
        taking?.cancel()
    }

    private func stopTiming() {
        ending?.cancel()
        ending = nil
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
