import Glibc
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Hummingbird alone, which gives the same bytes to whoever asks: what is left when a service does nothing.
struct BareService {
    private let body: ByteBuffer
    private let type: String

    init(_ words: Words) throws {
        body = ByteBuffer(string: try words.text("body"))
        type = try words.text("type")
    }

    /// Serves until the process is ended; says where it listens.
    func run() async throws {
        let router = Router()
        let (body, type) = (body, type)
        router.get("**") { _, _ in
            Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: body))
        }
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                print("listens on http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
                fflush(nil)
            },
            logger: Logger(label: "bare") { _ in SwiftLogNoOpLogHandler() })
        try await application.runService()
    }
}
