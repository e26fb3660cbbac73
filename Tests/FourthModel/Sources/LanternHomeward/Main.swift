import Bootstrap
import Lantern

/// The command line of a site whose teams work by the model of its own.
@main
enum Main {
    static func main() async {
        await Homeward.main(models: [Lantern()])
    }
}
