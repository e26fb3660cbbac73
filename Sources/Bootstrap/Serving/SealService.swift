import Accounts
import Intervention
import Logging
import Practice
import ServiceLifecycle

/// Sealing as one of the services: every ten seconds everything that is new at any site and can change no more.
struct SealService: Service {
    /// How long it waits between two turns (`security.md` S30 asks for an hour at most).
    private static let pause = Duration.seconds(10)

    let practice: Practice
    let book: SealBook
    let logger: Logger

    func run() async throws {
        var waiting: SealMark?
        var said: Set<String> = []
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                let mark = if let waiting { waiting } else { try await practice.sealMark() }
                // One that waits for somebody slow is kept: a new one each time would wait for new ones for ever.
                waiting = mark
                if try await practice.isSettled(mark) {
                    waiting = nil
                    said = try await seal(upTo: mark, said)
                }
            } catch let error where error is CancellationError || Task.isCancelled {
                // The database says in its own words that its work was cancelled.
                return
            } catch {
                if said.insert("").inserted {
                    logger.error("nothing could be sealed; it is tried again", metadata: ["fault": "\(error)"])
                }
            }
            await cancelWhenGracefulShutdown { try? await Task.sleep(for: SealService.pause) }
        }
    }

    /// Seals all sites and the network. A site that cannot be sealed keeps none of the others from it, and is told once,
    /// not every time.
    /// - Returns: What could not be sealed.
    private func seal(upTo mark: SealMark, _ said: Set<String>) async throws -> Set<String> {
        var failed: Set<String> = []
        for site in try await practice.nightSites() {
            do {
                _ = try await practice.seal(site, upTo: mark, in: book)
            } catch let error where error is CancellationError || Task.isCancelled {
                throw CancellationError()
            } catch {
                failed.insert(site.code.text)
                guard !said.contains(site.code.text) else { continue }
                logger.error(
                    "a site could not be sealed", metadata: ["site": "\(site.code)", "fault": "\(error)"])
            }
        }
        do {
            _ = try await practice.sealNetwork(upTo: mark, in: book)
        } catch let error where error is CancellationError || Task.isCancelled {
            throw CancellationError()
        } catch {
            failed.insert(SealService.network)
            if !said.contains(SealService.network) {
                logger.error("looks at the network could not be sealed", metadata: ["fault": "\(error)"])
            }
        }
        return failed
    }

    /// Stands for the network among codes of sites, none of which has a space.
    private static let network = "the network"
}
