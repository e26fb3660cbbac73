import ServiceLifecycle

extension Pool: Service {
    /// Keeps the pool until a graceful shutdown begins, and then closes it.
    package func run() async throws {
        try await gracefulShutdown()
        await close()
    }
}
